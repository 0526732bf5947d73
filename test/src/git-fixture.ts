import { spawnSync } from "node:child_process";
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** A file of a fixture. Of a submodule (160000) the content is its commit. */
export interface FixtureFile {
  readonly mode?: "100644" | "100755" | "120000" | "160000";
  readonly content: string | Uint8Array;
}

/** What one commit changes. Commits follow each other unless they name their parents. */
export interface FixtureCommit {
  readonly id?: string;
  /** Ids of earlier commits; empty for a root. */
  readonly parents?: readonly string[];
  /** What it writes, by path; undefined takes a path away. */
  readonly files?: ReadonlyMap<string, FixtureFile | undefined>;
  readonly message?: string | Uint8Array;
  /** `Name <address>`. */
  readonly author?: string;
  /** git's raw form: seconds since 1970 and the zone. */
  readonly date?: string;
}

export interface FixtureRepository {
  /** Files of one first commit. */
  readonly files?: ReadonlyMap<string, FixtureFile>;
  readonly commits?: readonly FixtureCommit[];
  readonly remote?: string;
  /** Where the remote's HEAD points; it points nowhere when left out. */
  readonly defaultBranch?: string;
  readonly objectFormat?: "sha1" | "sha256";
}

const AUTHOR = "Fixture Author <author@example.org>";
const SIGN_OFF = `Signed-off-by: ${AUTHOR}\n`;
const START = 1_700_000_000;

/** Runs git for a fixture, without anybody's configuration, and gives its output without the last line break. */
export function fixtureGit(dir: string, args: readonly string[], input?: string | Uint8Array): string {
  const env = {
    PATH: process.env["PATH"],
    LC_ALL: "C",
    HOME: "/nonexistent",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: "/dev/null",
  };
  const done = spawnSync("git", args, { cwd: dir, env, input: input ?? "", maxBuffer: 1 << 28 });
  if (done.status !== 0) throw new Error(`git ${args.join(" ")}: ${done.stderr}`);
  return done.stdout.toString("utf8").replace(/\n$/u, "");
}

/** Makes a repository, with nothing checked out, and gives the object ids of its commits by their ids or numbers from 1. */
export function materialize(dir: string, fixture: FixtureRepository): ReadonlyMap<string, string> {
  mkdirSync(dir, { recursive: true });
  fixtureGit(dir, ["init", "-q", "-b", "main", `--object-format=${fixture.objectFormat ?? "sha1"}`, "."]);
  const first = fixture.files === undefined ? [] : [{ files: fixture.files, message: `Start\n\n${SIGN_OFF}` }];
  const commits = [...first, ...(fixture.commits ?? [])];
  const ids = commits.map((commit, index) => ("id" in commit ? commit.id : undefined) ?? String(index + 1));
  const oids = fixtureGit(dir, ["fast-import", "--quiet", "--force"], stream(commits, ids)).split("\n");
  if (fixture.remote !== undefined) appendFileSync(join(dir, ".git/config"), `[remote "origin"]\n\turl = ${fixture.remote}\n`);
  if (fixture.defaultBranch !== undefined) writeOriginHead(dir, fixture.defaultBranch, oids.at(-1) ?? "");
  return new Map(ids.map((id, index) => [id, oids[index] ?? ""]));
}

function writeOriginHead(dir: string, branch: string, oid: string): void {
  const folder = join(dir, ".git/refs/remotes/origin");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, branch), `${oid}\n`);
  writeFileSync(join(folder, "HEAD"), `ref: refs/remotes/origin/${branch}\n`);
}

/** The input of git fast-import: https://git-scm.com/docs/git-fast-import#_input_format */
function stream(commits: readonly FixtureCommit[], ids: readonly string[]): Uint8Array {
  const parts = commits.map((commit, index) => {
    const parents = commit.parents ?? (index === 0 ? [] : [ids[index - 1] ?? ""]);
    const date = commit.date ?? `${START + index * 3600} +0000`;
    const marks = parents.map((parent) => `:${ids.indexOf(parent) + 1}`);
    const head = [
      ...(marks.length === 0 ? ["reset refs/heads/main"] : []),
      "commit refs/heads/main",
      `mark :${index + 1}`,
      `author ${commit.author ?? AUTHOR} ${date}`,
      `committer ${commit.author ?? AUTHOR} ${date}`,
    ];
    const links = marks.map((mark, at) => `${at === 0 ? "from" : "merge"} ${mark}\n`).join("");
    const files = [...(commit.files ?? [])].map(([path, file]) => change(path, file));
    return Buffer.concat([
      Buffer.from(`${head.join("\n")}\n`),
      data(commit.message ?? `Change\n\n${SIGN_OFF}`),
      Buffer.from(links),
      ...files,
    ]);
  });
  const marks = ids.map((_, index) => `get-mark :${index + 1}\n`).join("");
  return Buffer.concat([...parts, Buffer.from(marks)]);
}

function change(path: string, file: FixtureFile | undefined): Uint8Array {
  const quoted = `"${path.replace(/["\\]/gu, "\\$&").replaceAll("\n", "\\n")}"`;
  if (file === undefined) return Buffer.from(`D ${quoted}\n`);
  if (file.mode === "160000") return Buffer.from(`M 160000 ${file.content} ${quoted}\n`);
  return Buffer.concat([Buffer.from(`M ${file.mode ?? "100644"} inline ${quoted}\n`), data(file.content)]);
}

function data(content: string | Uint8Array): Uint8Array {
  const bytes = Buffer.from(content);
  return Buffer.concat([Buffer.from(`data ${bytes.length}\n`), bytes, Buffer.from("\n")]);
}

const DALEC = fileURLToPath(new URL("../../../shared/real/dalec-2025-10-31/", import.meta.url));
const CASE = "docs/assurance-case.md";

/** Whether the real input is on this machine. */
export const sharedAvailable: boolean = existsSync(join(DALEC, "tree.tsv"));

/** Makes Dalec's repository as of 2025-10-31: its paths, documents and configuration. The second commit adds the case. */
export function materializeDalec(dir: string): ReadonlyMap<string, string> {
  const files = dalecFiles();
  const assuranceCase = files.get(CASE);
  files.delete(CASE);
  const commit = { author: "Dalec Maintainer <maintainer@example.org>" };
  const signed = "Signed-off-by: Dalec Maintainer <maintainer@example.org>\n";
  return materialize(dir, {
    commits: [
      { ...commit, date: "1761857000 -0700", message: `Import the repository\n\n${signed}`, files },
      {
        ...commit,
        date: "1761927634 -0700",
        message: `Add the assurance case\n\n${signed}`,
        files: new Map([[CASE, assuranceCase]]),
      },
    ],
    remote: "https://github.com/project-dalec/dalec",
    defaultBranch: "main",
  });
}

interface Directive {
  readonly path: string;
  readonly line: number;
  readonly command: string;
}

function dalecFiles(): Map<string, FixtureFile> {
  const directives: readonly Directive[] = JSON.parse(readFileSync(join(DALEC, "go-generate.json"), "utf8"));
  const rows = readFileSync(join(DALEC, "tree.tsv"), "utf8").trimEnd().split("\n");
  return new Map(
    rows.map((row) => {
      const [mode, , path = ""] = row.split("\t");
      const real = join(DALEC, "files", path);
      const content = existsSync(real)
        ? readFileSync(real)
        : directiveLines(directives.filter((directive) => directive.path === path));
      return [path, { mode: mode === "100755" ? mode : "100644", content }] as const;
    }),
  );
}

/** A source file of which only the directives are known, each at its line. */
function directiveLines(directives: readonly Directive[]): string {
  const lines: string[] = [];
  for (const { line, command } of directives) lines[line - 1] = `//go:generate ${command}`;
  return Array.from(lines, (line) => `${line ?? ""}\n`).join("");
}
