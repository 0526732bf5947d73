import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, expect, it } from "vitest";
import { runGit } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "collector-run-"));
const path = process.env["PATH"];

afterEach(() => {
  process.env["PATH"] = path;
  delete process.env["GIT_TRACE"];
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function fakeGit(script: string): void {
  writeFileSync(join(folder, "git"), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  process.env["PATH"] = `${folder}:${path}`;
}

it("ends git and what it started when it takes too long", async () => {
  fakeGit(`sh -c 'echo $$ > ${folder}/child; exec tail -f /dev/null' & wait`);
  await expect(runGit(["log"], { timeoutMs: 300 })).rejects.toMatchObject({
    code: "collect/git-timeout",
    message: "git log took longer than 0.3 s.",
  });
  const child = Number(readFileSync(join(folder, "child"), "utf8"));
  await expect.poll(() => isRunning(child)).toBe(false);
});

it("stops reading when git says too much", async () => {
  fakeGit("exec yes");
  await expect(runGit(["log"], { maxBytes: 100_000 })).rejects.toMatchObject({ code: "collect/limit" });
});

it("says what git said, safe to show and without credentials", async () => {
  fakeGit(`printf 'fatal: \\033[31m https://me:secret@host/x\\nmore' >&2; exit 3`);
  await expect(runGit(["log"])).rejects.toMatchObject({
    code: "collect/git-failed",
    message: "git log failed: fatal: ?[31m https://host/x",
  });
  expect((await runGit(["log"], { accept: [3] })).length).toBe(0);
});

it("gives git nothing of our environment but absolute folders of PATH, and no input", async () => {
  fakeGit("env; cat; pwd");
  process.env["PATH"] = `.:relative:${process.env["PATH"]}`;
  process.env["GIT_TRACE"] = "1";
  const said = (await runGit(["log"])).toString().trim().split("\n");
  expect(said.at(-1)).toBe("/");
  expect(said).toContain(`PATH=${folder}:${path}`);
  expect(said.filter((line) => line.startsWith("GIT_TRACE") || line.startsWith("npm_"))).toEqual([]);
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !readFileSync(`/proc/${pid}/stat`, "utf8").includes(") Z ");
  } catch {
    return false;
  }
}
