import { observed, type Trigger } from "@assurance-case/model";
import { expect, test } from "vitest";
import type { Tree } from "../tree.ts";
import { collectPathFilters } from "./path-filters.ts";

function treeOf(paths: readonly string[], mode = "100644"): Tree {
  return new Map(paths.map((path) => [path, { path, mode, oid: "0".repeat(40) }]));
}

const lines = (...patterns: readonly string[]) => patterns.map((pattern, at) => ({ pattern, line: at + 10 }));
const workflow = (triggers: Record<string, Trigger>) => observed({ blob: "0".repeat(40), triggers, jobs: [] });

test("tells what a sole change does not start", () => {
  const facts = collectPathFilters({
    workflows: observed({
      files: {
        "ci.yml": workflow({ pull_request: { line: 3, pathsIgnore: lines("docs/**", "cmd/old/**", "gone/**") } }),
        "only.yml": workflow({ pull_request: { line: 3, paths: lines("**.go", "!cmd/**") } }),
        "all.yml": workflow({ pull_request: { line: 3 } }),
        "push.yml": workflow({ push: { line: 3, paths: lines("[") } }),
        "odd.yml": workflow({ pull_request: { line: 3, paths: lines("[") } }),
        "broken.yml": { status: "error", reason: "no jobs", line: 1 },
      },
      actions: {},
    }),
    tree: treeOf([
      "cmd/old/b.go",
      "cmd/old/a.go",
      "main.go",
      "docs/conf.py",
      "docs/a.md",
      ".github/workflows/ci.yml",
      "x/Makefile",
    ]),
    watched: ["docs/new.md", "main.go"],
  });
  expect(facts).toMatchSnapshot();
});

test("passes a blind fact on", () => {
  const blind = { status: "error", reason: "no" } as const;
  expect(collectPathFilters({ workflows: blind, tree: treeOf([]), watched: [] })).toEqual(blind);
});

test("lists the first fifty, counts all, and leaves submodules out", () => {
  const paths = Array.from({ length: 60 }, (_, at) => `p/${at}.py`);
  const tree = new Map([...treeOf(paths), ...treeOf(["vendored.py"], "160000")]);
  const facts = collectPathFilters({
    workflows: observed({ files: { w: workflow({ pull_request: { line: 1, paths: lines("a") } }) }, actions: {} }),
    tree,
    watched: [],
  });
  const filter = facts.status === "observed" ? facts.value.workflows["w"] : undefined;
  const python = filter?.status === "observed" ? filter.value.exempt["python"] : undefined;
  expect(python).toMatchObject({ tracked: 60, count: 60 });
  expect(python?.files.map((file) => file.path)).toEqual([...paths].sort().slice(0, 50));
});

test("is quick on a large tree", () => {
  const paths = Array.from({ length: 25_000 }, (_, at) => `packages/part-${at % 97}/src/deep/file-${at}.go`);
  const patterns = lines(
    ...Array.from({ length: 50 }, (_, at) => [`none-${at}/**`, `**/none-${at}.md`, `**/x${at}-*/*.ts`][at % 3] ?? ""),
  );
  const tree = treeOf(paths);
  collectPathFilters({
    workflows: observed({ files: { w: workflow({ pull_request: { line: 1, pathsIgnore: patterns } }) }, actions: {} }),
    tree,
    watched: [],
  });
});
