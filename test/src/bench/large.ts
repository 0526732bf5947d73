import { spawn } from "node:child_process";
import { appendFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { fixtureGit } from "../git-fixture.ts";
import { widgetFiles } from "../widget.ts";

const FILES = 25_000;
const COMMITS = 100_000;
/** The commit that brings the widget's documents, its case among them. */
const CASE_COMMIT = COMMITS / 2;
const PEOPLE = ["Ada <ada@example.org>", "Bob <bob@example.org>", "Cleo <cleo@example.org>"];
const ENDINGS = ["go", "ts", "py", "md"];
const START = 1_400_000_000;

/** Makes a repository of 25,000 files and 100,000 commits, each of them by one of three people and signed off. */
export async function materializeLarge(dir: string): Promise<void> {
  mkdirSync(dir, { recursive: true });
  fixtureGit(dir, ["init", "-q", "-b", "main", "."]);
  const git = spawn("git", ["fast-import", "--quiet", "--force"], { cwd: dir, stdio: ["pipe", "ignore", "inherit"] });
  for (let number = 0; number < COMMITS; number += 1) {
    if (!git.stdin.write(commit(number))) await new Promise((resolve) => git.stdin.once("drain", resolve));
  }
  git.stdin.end();
  await finished(git.stdin);
  await new Promise((resolve) => git.once("close", resolve));
  appendFileSync(join(dir, ".git/config"), '[remote "origin"]\n\turl = https://github.com/acme/widget.git\n');
  fixtureGit(dir, ["update-ref", "refs/remotes/origin/main", "refs/heads/main"]);
  fixtureGit(dir, ["symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main"]);
}

function commit(number: number): string {
  const person = PEOPLE[number % PEOPLE.length] ?? "";
  const date = `${START + number * 3600} +0000`;
  const message = `Change ${number}\n\nSigned-off-by: ${person}\n`;
  const head = `commit refs/heads/main\nauthor ${person} ${date}\ncommitter ${person} ${date}\n${data(message)}`;
  return `${head}${changesOf(number)
    .map(([path, content]) => `M 100644 inline ${path}\n${data(content)}`)
    .join("")}`;
}

function changesOf(number: number): readonly (readonly [path: string, content: string])[] {
  if (number === 0) return Array.from({ length: FILES }, (_, file) => [pathOf(file), `${file}\n`] as const);
  if (number === CASE_COMMIT) return [...widgetFiles()].map(([path, { content }]) => [path, content.toString()] as const);
  return [[pathOf((number * 7919) % FILES), `${number}\n`]];
}

function pathOf(file: number): string {
  return `src/part${file % 250}/file${file}.${ENDINGS[file % ENDINGS.length]}`;
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}
