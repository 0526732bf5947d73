// biome-ignore-all lint/suspicious/noTemplateCurlyInString: expressions of GitHub and of the shell are the subject.

import fc from "fast-check";
import { expect, test } from "vitest";
import type { Tree } from "../tree.ts";
import { directiveWords } from "./directive.ts";
import { collectGenerate } from "./generate.ts";
import { collectModules } from "./modules.ts";

function treeOf(...paths: readonly string[]): Tree {
  return new Map(paths.map((path) => [path, { path, mode: "100644", oid: path }]));
}

const tree = treeOf(
  "go.mod",
  "a.go",
  "gen.go",
  "out.json",
  "cmd/x/main.go",
  "docs/spec.json",
  "pkg/p_mock.go",
  "pkg/p.go",
  "tools/go.mod",
  "tools/t.go",
  "tools/out.txt",
);
const readBlob = async () => Buffer.from("// package no\n/* package no */\n\npackage pkg // yes\n");

async function directiveOf(text: string, path = "a.go") {
  const fact = await collectGenerate({ tree, readBlob, lines: [{ path, line: 3, text: `//go:generate ${text}` }] });
  return fact.status === "observed" ? fact.value.directives[0] : undefined;
}

const outputs = [
  ["go run ./cmd/x docs/spec.json", "a.go", "docs/spec.json"],
  ["go run $GOFILE ../../out.json", "cmd/x/main.go", "out.json"],
  ["go run -tags x gen.go out.json", "a.go", "out.json"],
  ["go run -mod=mod example.com/tool@v1 out.json\r", "a.go", "out.json"],
  ["tool -o out.json other", "a.go", "out.json"],
  ["tool -o=out.json", "a.go", "out.json"],
  ["tool --output out.json x", "a.go", "out.json"],
  ["tool --output=out.json x", "a.go", "out.json"],
  ["mockgen -source=$GOFILE -package=$GOPACKAGE -destination ${GOPACKAGE}/p_mock.go", "a.go", "pkg/p_mock.go"],
  ['"./my tool"\t"out\\x2ejson"', "a.go", "out.json"],
  ["tool out.txt", "tools/t.go", "tools/out.txt"],
] as const;

test.each(outputs)("%s in %s writes %s", async (text, path, expected) => {
  expect((await directiveOf(text, path))?.output).toEqual({ status: "observed", value: expected });
});

const unseen = [
  ["stringer -type=Pill", "a.go", "it names no output"],
  ["tool", "a.go", "it names no output"],
  ["go run gen.go", "a.go", "it names no output"],
  ["go run ./cmd/x", "a.go", "it names no output"],
  ["tool docs", "a.go", "'docs' is a folder"],
  ["tool .", "a.go", "'.' is a folder"],
  ["tool new.json", "a.go", "'new.json' is not tracked"],
  ["tool ../x", "a.go", "the output '../x' is outside the repository"],
  ["tool /tmp/x", "a.go", "the output '/tmp/x' is outside the repository"],
  ["tool $GOARCH.json", "a.go", "the output '$GOARCH.json' depends on the environment"],
  ["tool ${DOLLAR}GOFILE", "a.go", "the output '$GOFILE' depends on the environment"],
  ['tool "x', "a.go", "a quoted word is not closed"],
  ['tool "\\q"', "a.go", "a quoted word is not a Go string"],
  [" ", "a.go", "it names no program"],
] as const;

test.each(unseen)("the output of '%s' in %s: %s", async (text, path, reason) => {
  expect((await directiveOf(text, path))?.output).toEqual({ status: "unavailable", reason, path, line: 3 });
});

test.each([
  ["-command foo go run x", "a.go"],
  ["tool x", "vendor/a.go"],
  ["tool x", "a/testdata/b.go"],
  ["tool x", "_x/a.go"],
  ["tool x", ".x/a.go"],
  ["tool x", "_a.go"],
])("'%s' in %s is no directive of ./...", async (text, path) => expect(await directiveOf(text, path)).toBeUndefined());

test("keeps program, module and order", async () => {
  const lines = [
    ["tools/t.go", 9],
    ["tools/t.go", 2],
    ["a.go", 4],
  ].map(([path, line]) => ({ path: String(path), line: Number(line), text: "//go:generate\tbin/tool out.json" }));
  const fact = await collectGenerate({ tree, readBlob, lines });
  expect(
    fact.status === "observed" && fact.value.directives.map(({ path, line, program, module }) => [path, line, program, module]),
  ).toEqual([
    ["a.go", 4, "tool", ""],
    ["tools/t.go", 2, "tool", "tools"],
    ["tools/t.go", 9, "tool", "tools"],
  ]);
});

test("counts the Go files of each module", () => {
  expect(collectModules(tree)).toEqual({ status: "observed", value: { go: { "": 5, tools: 1 } } });
  expect(collectModules(treeOf("a/go.mod", "b.go"))).toEqual({ status: "observed", value: { go: { a: 0 } } });
});

test("never throws", () => {
  fc.assert(fc.property(fc.string(), (text) => void directiveWords(`//go:generate ${text}`)));
  expect(directiveWords("//go:generated x")).toBeUndefined();
});
