import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { fixtureGit, materialize } from "../../../test/src/git-fixture.ts";
import { openRepository } from "./git/repository.ts";
import { collectTags } from "./tags.ts";

const root = mkdtempSync(join(tmpdir(), "collector-tags-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function tagsOf(folder: string): Promise<unknown> {
  const repository = await openRepository(folder);
  try {
    return await collectTags(repository);
  } finally {
    await repository.close();
  }
}

it("are those that lead to commits, the newest first", async () => {
  const folder = join(root, "few");
  const made = materialize(folder, { files: new Map([["a", { content: "a" }]]), commits: [{}, {}] });
  const [first = "", second = "", third = ""] = made.values();
  const tag = (name: string, target: string, date: string): void => {
    const type = fixtureGit(folder, ["cat-file", "-t", target]);
    const text = `object ${target}\ntype ${type}\ntag ${name}\ntagger T <t@example.org> ${date}\n\nT\n`;
    fixtureGit(folder, ["update-ref", `refs/tags/${name}`, fixtureGit(folder, ["mktag"], text)]);
  };
  expect(await tagsOf(folder)).toEqual({ status: "observed", value: { count: 0, tags: [] } });
  fixtureGit(folder, ["update-ref", "refs/tags/light", first]);
  fixtureGit(folder, ["update-ref", "refs/tags/--output=x", first]);
  fixtureGit(folder, ["update-ref", "refs/tags/tree", fixtureGit(folder, ["rev-parse", "HEAD^{tree}"])]);
  tag("v2", third, "1800000000 -1200");
  tag("v1", second, "1800000000 +0000");
  tag("of-tag", fixtureGit(folder, ["rev-parse", "refs/tags/v2"]), "1900000000 +0000");
  tag("of-tree", fixtureGit(folder, ["rev-parse", "HEAD^{tree}"]), "1900000001 +0000");
  expect(await tagsOf(folder)).toEqual({
    status: "observed",
    value: {
      count: 5,
      tags: [
        { name: "of-tag", commit: third },
        { name: "v1", commit: second },
        { name: "v2", commit: third },
        { name: "--output=x", commit: first },
        { name: "light", commit: first },
      ],
    },
  });
});

it("are counted all, and 50 shown", async () => {
  const folder = join(root, "many");
  const commit = materialize(folder, { files: new Map([["a", { content: "a" }]]) }).get("1") ?? "";
  const lines = Array.from({ length: 60 }, (_, index) => `create refs/tags/v${String(index).padStart(2, "0")} ${commit}\n`);
  fixtureGit(folder, ["update-ref", "--stdin"], lines.join(""));
  const fact = await tagsOf(folder);
  expect(fact).toMatchObject({ value: { count: 60, tags: { length: 50, 0: { name: "v00" }, 49: { name: "v49" } } } });
});
