import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { assure } from "../command.ts";
import { fixtureGit } from "../git-fixture.ts";
import { materializeWidget } from "../widget.ts";

const CASE = "docs/assurance-case.md";
const ESCAPE = "\u001b[2J\u001b]0;owned\u0007";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "assure-hostile-"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function claim(id: string, statement: string, href: string): string {
  return `- **Claim ${id}:** ${statement}\n  *Evidence:* [it](${href}).\n`;
}

describe("a repository that wants to be more than read", () => {
  test("starts nothing of its configuration", async () => {
    const marker = join(folder, "marker");
    const program = join(folder, "program");
    writeFileSync(program, `#!/bin/sh\ntouch ${marker}\n`, { mode: 0o755 });
    const target = join(folder, "configured");
    materializeWidget(target);
    const settings = [
      ["log.showSignature", "true"],
      ["gpg.program", program],
      ["core.fsmonitor", program],
      ["core.pager", program],
      ["core.sshCommand", program],
      ["diff.external", program],
      ["core.hooksPath", folder],
      ["remote.origin.uploadpack", program],
      ["remote.origin.promisor", "true"],
      ["extensions.partialClone", "origin"],
      ["alias.log", `!${program}`],
    ];
    for (const [key = "", value = ""] of settings) fixtureGit(target, ["config", key, value]);
    expect(await assure(["check", target])).toMatchObject({ exitCode: 0, stderr: "" });
    expect(existsSync(marker)).toBe(false);
  });

  test("writes nothing into the terminal that the terminal would obey", async () => {
    const target = join(folder, "painted");
    const text = [
      `# Case ${ESCAPE}`,
      "## Top-Level Claim (G0)\n> Fine.",
      `### Strategy S1 – Red ${ESCAPE}`,
      claim("C1.1", `Safe ${ESCAPE} \u202eesrever`, `../${encodeURIComponent(`${ESCAPE}.md`)}`),
    ].join("\n\n");
    materializeWidget(target, { [CASE]: text, ".github/workflows/ci.yml": `name: "${ESCAPE}"\non: [\n` });
    for (const argv of [
      ["check", target],
      ["check", target, "--verbose"],
      ["check", target, "--json"],
    ]) {
      const { stdout, stderr } = await assure(argv);
      expect(stdout).toContain("C1.1");
      expect((stdout + stderr).replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
    }
  });

  test.each([
    ["names a ref like an option", ["--ref", "--output=pwned"]],
    ["names a ref with an escape", ["--ref", ESCAPE]],
    ["names a case outside", ["--case", "../../etc/passwd"]],
    ["names a case with an escape", ["--case", ESCAPE]],
  ])("gets an error, with nothing of it unescaped, when it %s", async (_, argv) => {
    const target = join(folder, "refs");
    if (!existsSync(target)) materializeWidget(target);
    const { exitCode, stdout, stderr } = await assure(["check", target, ...argv]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
  });

  test("cannot borrow the objects of another repository", async () => {
    const lender = join(folder, "lender");
    const borrower = join(folder, "borrower");
    materializeWidget(lender);
    fixtureGit(folder, ["clone", "-q", "--bare", "--shared", lender, borrower]);
    expect(await assure(["check", borrower])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("[input/alternates]"),
    });
    expect(await assure(["check", borrower, "--allow-alternates", "--no-fail"])).toMatchObject({ exitCode: 0 });
  });

  test("is bounded: many claims, deep YAML and long lines end in a report", async () => {
    const target = join(folder, "large");
    const claims = Array.from({ length: 400 }, (_, index) => claim(`C1.${index + 1}`, "x".repeat(500), "../README.md#parts"));
    const deep = `on: pull_request\njobs: ${"{a: ".repeat(5000)}`;
    const bomb = `on: pull_request\na: &a [x,x,x,x,x,x,x,x,x]\n${Array.from({ length: 9 }, (_, i) => `b${i}: &b${i} [${`*${i === 0 ? "a" : `b${i - 1}`},`.repeat(9)}]`).join("\n")}\njobs: {}\n`;
    materializeWidget(target, {
      [CASE]: `# Case\n\n### Strategy S1 – One\n\n${claims.join("")}`,
      ".github/workflows/deep.yml": deep,
      ".github/workflows/bomb.yml": bomb,
    });
    const { exitCode, stdout } = await assure(["check", target, "--json"]);
    expect(exitCode).toBe(0);
    expect((JSON.parse(stdout) as { claims: unknown[] }).claims).toHaveLength(400);
  });
});
