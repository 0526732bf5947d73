import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { AssureError, type Blind, type DefaultBranch, type Fact, type Vocabulary } from "@assurance-case/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Tree } from "../tree.ts";
import { collectWorkflows } from "./workflows.ts";

const vocabulary: Vocabulary = {
  terms: {},
  negations: [],
  options: [],
  programs: ["go", "git", "golangci-lint", "make"],
  inputs: ["args", "ref", "version", "version-file"],
};
const main: Fact<DefaultBranch> = { status: "observed", value: { name: "main", source: "configuration" } };
const fixtures = new URL("fixtures/", import.meta.url).pathname;

function filesBelow(folder: string): ReadonlyMap<string, Buffer> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  const paths = files.map((file) => join(file.parentPath, file.name)).sort();
  return new Map(paths.map((path) => [relative(folder, path), readFileSync(path)]));
}

function collect(files: ReadonlyMap<string, Buffer>, defaultBranch = main, mode = "100644") {
  const tree: Tree = new Map([...files.keys()].map((path) => [path, { path, mode, oid: path }]));
  const readBlob = async (oid: string) => files.get(oid) ?? Buffer.alloc(0);
  return collectWorkflows({ tree, readBlob, vocabulary, defaultBranch });
}

function one(text: string): ReadonlyMap<string, Buffer> {
  return new Map([[".github/workflows/a.yml", Buffer.from(text)]]);
}

async function fileOf(text: string, defaultBranch?: Fact<DefaultBranch>) {
  const fact = await collect(one(text), defaultBranch);
  return fact.status === "observed" ? fact.value.files[".github/workflows/a.yml"] : undefined;
}

test.each(["whole", "broken"])("reads the workflows of fixtures/%s", async (name) => {
  const fact = await collect(filesBelow(join(fixtures, name)));
  await expect(`${JSON.stringify(fact, null, 2)}\n`).toMatchFileSnapshot(join(fixtures, `${name}.expected.json`));
});

test("a tree without workflows has none", async () => {
  expect(await collect(new Map())).toEqual({ status: "observed", value: { files: {}, actions: {} } });
});

const job = "jobs: {a: {runs-on: x, steps: [{run: a}]}}";
const branches = [
  ["on: push", { starts: true }],
  ["on: {push: {branches: ['**', '!main']}}", { starts: false, pattern: "!main", line: 1 }],
  ["on: {push: {branches-ignore: ['m*']}}", { starts: false, pattern: "m*", line: 1 }],
  ["on: {push: {tags: ['*']}}", { starts: false }],
  ["on: {push: {tags: ['*'], branches: [main]}}", { starts: true, pattern: "main", line: 1 }],
  ["on: {push: {paths: [a]}}", { starts: true }],
] as const;

test.each(branches)("%s: the default branch", async (on, value) => {
  const fact = await fileOf(`${on}\n${job}`);
  expect(fact?.status === "observed" && fact.value.triggers["push"]?.defaultBranch).toEqual({ status: "observed", value });
});

test("an unknown default branch stays unknown", async () => {
  const blind: Blind = { status: "unavailable", reason: "no origin" };
  const fact = await fileOf(`on: [push, schedule]\n${job}`, blind);
  expect(fact?.status === "observed" && fact.value.triggers).toEqual({
    push: { line: 1, defaultBranch: blind },
    schedule: { line: 1 },
  });
});

test("a file that is too large, a symlink or no text is not read", async () => {
  const large = await collect(one(`${"#".repeat(600_000)}\n`));
  expect(large).toMatchObject({
    value: { files: { ".github/workflows/a.yml": { status: "error", reason: "it is larger than 512 KiB" } } },
  });
  const symlink = await collect(one("ci.yml"), main, "120000");
  expect(symlink).toMatchObject({ value: { files: { ".github/workflows/a.yml": { status: "unavailable" } } } });
  const binary = await collect(new Map([[".github/workflows/a.yml", Buffer.from([0xff, 0xfe, 0x00])]]));
  expect(binary).toMatchObject({
    value: { files: { ".github/workflows/a.yml": { status: "error", reason: "it is not UTF-8" } } },
  });
});

test("a limit of the reader is the file's error; any other failure is the run's", async () => {
  const tree: Tree = new Map([[".github/workflows/a.yml", { path: ".github/workflows/a.yml", mode: "100644", oid: "x" }]]);
  const failing = (code: "collect/limit" | "collect/git-failed") => async () => {
    throw new AssureError(code, "no");
  };
  const fact = await collectWorkflows({ tree, readBlob: failing("collect/limit"), vocabulary, defaultBranch: main });
  expect(fact).toMatchObject({ value: { files: { ".github/workflows/a.yml": { status: "error" } } } });
  await expect(
    collectWorkflows({ tree, readBlob: failing("collect/git-failed"), vocabulary, defaultBranch: main }),
  ).rejects.toThrow("no");
});

test("never throws, whatever the file", async () => {
  const pieces = fc.array(
    fc.constantFrom(
      "on",
      "jobs",
      ":",
      " ",
      "\n",
      "  ",
      "- ",
      "[",
      "]",
      "{",
      "}",
      "&a ",
      "*a",
      "|\n",
      ">\n",
      "'",
      '"',
      "push",
      "run",
      "uses",
      "steps",
      "runs-on",
      "x",
      "#",
      "!t ",
      "? ",
      "---\n",
      "<<",
      "~",
    ),
  );
  const text = fc.oneof(
    fc.string(),
    pieces.map((all) => all.join("")),
    pieces.map((all) => `on: push\njobs:\n  a:\n    ${all.join("")}`),
  );
  await fc.assert(
    fc.asyncProperty(text, async (written) => {
      expect(["observed", "error"]).toContain((await fileOf(written))?.status);
    }),
    { numRuns: 3000 },
  );
});

const real = new URL("../../../../../shared/real/dalec-2025-10-31/files", import.meta.url).pathname;

test.skipIf(!existsSync(real))("reads every workflow of Dalec", async () => {
  const fact = await collect(filesBelow(real));
  const files = fact.status === "observed" ? Object.values(fact.value.files) : [];
  expect(files.map(({ status }) => status)).toEqual(Array.from({ length: 9 }, () => "observed"));
  const steps = files.flatMap((file) => (file.status === "observed" ? file.value.jobs.flatMap((each) => each.steps) : []));
  expect(steps.filter(({ commands }) => commands !== undefined && commands.status !== "observed")).toEqual([]);
});

if (!existsSync(real)) console.warn("skipped: ../shared/real is not there, Dalec's workflows are not read");
