import { AssureError } from "@assurance-case/model";
import { describe, expect, it } from "vitest";
import { collectMaintainers } from "./maintainers.ts";
import type { TreeEntry } from "./tree.ts";

function maintainersOf(files: Readonly<Record<string, string | Error>>, mode = "100644"): ReturnType<typeof collectMaintainers> {
  const tree = new Map(Object.keys(files).map((path): [string, TreeEntry] => [path, { path, mode, oid: path }]));
  return collectMaintainers(tree, async (oid) => {
    const content = files[oid];
    if (typeof content !== "string") throw content;
    return Buffer.from(content);
  });
}

const row = (name: string): string => `| ${name} | acme |\n`;
const table = (...names: readonly string[]): string => `| Name | Of |\n| --- | --- |\n${names.map(row).join("")}`;

describe("maintainers", () => {
  it.each([
    ["rows of a table", `# M\n\n${table("a", "b", "c")}`, 3, 5],
    ["no row that is empty", `# M\n\n${table("a", " ")}`, 2, 5],
    ["no former ones", `# M\n\n${table("a")}\n## Emeritus Maintainers\n\n${table("b", "c")}\n### 2020\n\n${table("d")}`, 1, 5],
    ["no reviewers", `# M\n\n${table("a")}\n## Reviewers\n\n${table("b")}`, 1, 5],
    ["items of a list", "# M\n\n- a\n- b\n  - of acme\n\n## Alumni\n\n- c\n", 2, 3],
    ["none", "# M\n\nNobody.\n", 0, 1],
  ])("are counted: %s", async (_, text, count, line) => {
    expect(await maintainersOf({ "MAINTAINERS.md": text })).toEqual({
      status: "observed",
      value: { path: "MAINTAINERS.md", count, line },
    });
  });

  it("are not named", async () => {
    expect(JSON.stringify(await maintainersOf({ "MAINTAINERS.md": table("Ada Lovelace") }))).not.toContain("Ada");
  });

  it("are not guessed", async () => {
    expect(await maintainersOf({ "README.md": table("a") })).toMatchObject({ status: "absent" });
    expect(await maintainersOf({ "MAINTAINERS.md": "x" }, "120000")).toMatchObject({
      status: "unavailable",
      path: "MAINTAINERS.md",
    });
    expect(await maintainersOf({ "MAINTAINERS.md": "x".repeat(2_000_000) })).toMatchObject({ status: "unavailable" });
    expect(await maintainersOf({ "MAINTAINERS.md": new AssureError("collect/limit", "large") })).toMatchObject({
      status: "unavailable",
    });
    expect(await maintainersOf({ "MAINTAINERS.md": new AssureError("collect/git-failed", "git") })).toMatchObject({
      status: "error",
    });
  });
});
