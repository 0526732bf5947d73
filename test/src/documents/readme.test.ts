import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { assure } from "../command.ts";

const root = new URL("../../../", import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), "utf8");
const readme = read("README.md");

describe("README.md", () => {
  test("shows what the example prints, line by line and in order", async () => {
    const shown = /```text\n(.*?)```/su.exec(readme)?.[1]?.trimEnd().split("\n") ?? [];
    const { stdout } = await assure(["check", "--example"]);
    const printed = stdout.split("\n");
    expect(shown.length).toBeGreaterThan(10);
    let next = 0;
    for (const line of shown) {
      if (line === "...") continue;
      // The day of the evaluation is today's.
      const pattern = line.replace(/\d{4}-\d{2}-\d{2}$/u, "");
      const found = printed.findIndex((candidate, index) => index >= next && candidate.startsWith(pattern));
      expect(found, line).toBeGreaterThanOrEqual(next);
      next = found + 1;
    }
  });

  test("names commands, options and scripts that exist", async () => {
    const help = await Promise.all(["check", "collect", "evaluate", "report", "verify"].map((name) => assure([name, "--help"])));
    const options = help.map(({ stdout }) => stdout).join("\n");
    for (const [option] of readme.matchAll(/(?<=[\s`])--[a-z][a-z-]+/gu)) expect(options, option).toContain(option);
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    for (const [, script = ""] of read("CONTRIBUTING.md").matchAll(/pnpm ([a-z:]+)/gu)) expect(scripts).toHaveProperty([script]);
  });

  test("links to files that exist", () => {
    for (const file of ["README.md", "CONTRIBUTING.md", "SECURITY.md"])
      for (const [, target = ""] of read(file).matchAll(/\]\((?!https?:)([^)#]+)/gu))
        expect(existsSync(new URL(target, root)), target).toBe(true);
  });

  test("tells what each exit code says", () => {
    const codes = [...readme.matchAll(/^\| (\d)\s+\|/gmu)].map(([, code]) => Number(code));
    expect(codes).toEqual([0, 1, 2, 3, 4]);
  });
});
