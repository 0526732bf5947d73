import { existsSync, readFileSync } from "node:fs";
import { AssureError, digestText, type Target } from "@assurance-case/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MissingObject } from "../git/missing-object.ts";
import { SUBMODULE, SYMLINK, type Tree } from "../tree.ts";
import { collectTargets } from "./targets.ts";

const vocabulary = {
  terms: { "sign-off": ["sign-off", "signed off"], maintainer: ["maintainer", "maintainers"], require: ["must", "required"] },
  negations: ["not", "n't", "no longer"],
  options: ["may", "optional"],
};

/** Files by path; `-> x` is a symlink to x, `submodule` a submodule, an Error what reading throws. */
type Files = Readonly<Record<string, string | Buffer | Error>>;

function repositoryOf(files: Files): { readonly tree: Tree; readonly readBlob: (oid: string) => Promise<Buffer> } {
  const modeOf = (content: Files[string]) =>
    content === "submodule" ? SUBMODULE : typeof content === "string" && content.startsWith("-> ") ? SYMLINK : "100644";
  const paths = Object.keys(files).sort();
  const tree = new Map(
    paths.map((path, index) => [path, { path, mode: modeOf(files[path] ?? ""), oid: String(index).padStart(40, "0") }]),
  );
  const readBlob = async (oid: string) => {
    const content = files[paths[Number(oid)] ?? ""] ?? "";
    if (content instanceof Error) throw content;
    return Buffer.from(typeof content === "string" ? content.replace(/^-> /, "") : content);
  };
  return { tree, readBlob };
}

async function targetsOf(files: Files, ...keys: readonly string[]): Promise<Readonly<Record<string, Target>>> {
  const links = keys.map((target) => {
    const [path = "", anchor] = target.split("#");
    return { target, kind: "path" as const, path, ...(anchor === undefined ? {} : { anchor }) };
  });
  const fact = await collectTargets({ ...repositoryOf(files), links, vocabulary });
  if (fact.status !== "observed") throw new Error("The targets are observed.");
  return fact.value.targets;
}

async function targetOf(files: Files, key: string): Promise<Target | undefined> {
  return (await targetsOf(files, key))[key];
}

function observedOf<T>(fact: { readonly status: "observed"; readonly value: T } | { readonly status: string } | undefined): T {
  if (fact === undefined || !("value" in fact)) throw new Error(`Not observed: ${JSON.stringify(fact)}.`);
  return fact.value;
}

describe("a path is resolved inside the tree", () => {
  const files: Files = {
    "file.txt": "one\ntwo\n",
    "docs/guide.md": "# Guide\n",
    "linked.md": "-> docs/guide.md",
    "docs/up.md": "-> ../linked.md",
    manual: "-> docs",
    "docs/deep/back.md": "-> ../../manual/guide.md",
    dangling: "-> nowhere.md",
    "dangling-folder": "-> nowhere",
    loop: "-> loop",
    "loop-a": "-> loop-b",
    "loop-b": "-> loop-a",
    absolute: "-> /etc/passwd",
    escape: "-> docs/../../outside",
    here: "-> .",
    "through-file": "-> file.txt/../docs",
    vendor: "submodule",
    module: "-> vendor",
  };
  test.each([
    ["file.txt", "file", undefined],
    ["docs", "directory", undefined],
    ["", "directory", undefined],
    ["gone.md", "missing", undefined],
    ["file.txt/below", "missing", undefined],
    ["linked.md", "file", "docs/guide.md"],
    ["docs/up.md", "file", "docs/guide.md"],
    ["manual/guide.md", "file", "docs/guide.md"],
    ["docs/deep/back.md", "file", "docs/guide.md"],
    ["here/here/here/manual", "directory", "docs"],
    ["manual/gone.md", "missing", undefined],
    ["dangling", "dangling-symlink", "nowhere.md"],
    ["dangling-folder/x.md", "dangling-symlink", "nowhere"],
    ["through-file", "dangling-symlink", "file.txt"],
    ["loop", "looping-symlink", undefined],
    ["loop-a", "looping-symlink", undefined],
    ["absolute", "escaping-symlink", undefined],
    ["escape", "escaping-symlink", ""],
    ["vendor", "submodule", undefined],
    ["vendor/x.md", "submodule", "vendor"],
    ["module", "submodule", "vendor"],
  ])("%s is a %s", async (path, resolution, resolvedPath) => {
    const target = await targetOf(files, path);
    expect({ resolution: target?.resolution, resolvedPath: target?.resolvedPath }).toEqual({ resolution, resolvedPath });
  });
});

describe("a section of a Markdown document", () => {
  const policy =
    "# Policy\n\n## Sign-off\n\nMaintainers must ensure sign-off. It isn’t optional for\nmaintainers.\nNothing here.\n\n## Empty\n";

  test("is counted, digested and read as vocabulary terms", async () => {
    const target = await targetOf({ "a.md": policy }, "a.md#sign-off");
    expect(target?.lines).toBe(9);
    expect(target?.blob).toBe("0".repeat(40));
    expect(observedOf(target?.section)).toEqual({
      line: 3,
      endLine: 7,
      digest: digestText(policy.slice(policy.indexOf("## Sign-off"), policy.indexOf("## Empty"))),
      words: 11,
      links: 0,
      images: 0,
      badges: [],
      channels: [],
      statements: [
        { line: 5, terms: ["maintainer", "require", "sign-off"], negated: false, optional: false },
        { line: 5, terms: ["maintainer"], negated: true, optional: true },
      ],
    });
  });

  test("is the whole document without an anchor", async () => {
    const targets = await targetsOf({ "a.md": policy }, "a.md", "a.md#empty");
    expect(observedOf(targets["a.md"]?.section)).toMatchObject({ line: 1, endLine: 9 });
    expect(observedOf(targets["a.md#empty"]?.section)).toMatchObject({ line: 9, words: 0, links: 0, statements: [] });
  });

  test("is absent without its anchor, and the nearest one is named", async () => {
    const target = await targetOf({ "a.md": policy }, "a.md#signoff");
    expect(target?.section).toEqual({ status: "absent", reason: "The document has no anchor 'signoff'.", path: "a.md" });
    expect(target?.nearest).toBe("sign-off");
  });

  test("may be lines of its source", async () => {
    const targets = await targetsOf({ "a.md": policy }, "a.md#L5", "a.md#L99");
    expect(observedOf(targets["a.md#L5"]?.section)).toMatchObject({ line: 5, endLine: 5 });
    expect(targets["a.md#L99"]?.section?.status).toBe("absent");
  });
});

test.each([
  ["We signed off", ["sign-off"], false, false],
  ["Sign‑Off is no longer required.", ["require", "sign-off"], true, false],
  ["The maintainer's and non-optional", ["maintainer"], false, true],
  ["Maintainers don't", ["maintainer"], true, false],
  ["A maintainership, or must_have, or notrequired", [], false, false],
  ["Maintainers annotate maybe", ["maintainer"], false, false],
])("'%s' says %j", async (sentence, terms, negated, optional) => {
  const section = observedOf((await targetOf({ "a.md": sentence }, "a.md"))?.section);
  expect(section.statements).toEqual(terms.length === 0 ? [] : [{ line: 1, terms, negated, optional }]);
});

test("a file that is not Markdown has lines and no headings", async () => {
  const files = { "a.go": "one\ntwo\nthree", "b.bin": Buffer.from([0x89, 0, 1]) };
  const targets = await targetsOf(files, "a.go", "a.go#L2-L3", "a.go#L4", "a.go#main", "b.bin", "b.bin#L1");
  expect(targets["a.go"]).toEqual({ kind: "path", path: "a.go", resolution: "file", blob: "0".repeat(40), lines: 3 });
  expect(observedOf(targets["a.go#L2-L3"]?.section)).toMatchObject({ line: 2, endLine: 3, words: 2 });
  expect(targets["a.go#L4"]?.section?.status).toBe("absent");
  expect(targets["a.go#main"]?.section?.status).toBe("absent");
  expect(targets["b.bin"]?.section).toBeUndefined();
  expect(targets["b.bin#L1"]?.section).toEqual({ status: "unavailable", reason: "The file is binary.", path: "b.bin" });
});

test("what cannot be read is unavailable, and no more", async () => {
  const files = {
    "large.md": new AssureError("collect/limit", "Too large."),
    "missing.md": new MissingObject("0"),
    "failed.md": new AssureError("collect/git-failed", "It failed."),
    "lfs.md": "version https://git-lfs.github.com/spec/v1\n",
    "deep.md": "> ".repeat(10_000),
    "link.md": new MissingObject("1"),
  };
  const targets = await targetsOf(files, ...Object.keys(files));
  const statuses = Object.entries(targets).map(([key, { resolution, section, mentions }]) => [
    key,
    resolution,
    section?.status,
    mentions?.status,
  ]);
  expect(statuses).toEqual([
    ["deep.md", "file", "unavailable", "unavailable"],
    ["failed.md", "file", "error", "error"],
    ["large.md", "file", "unavailable", "unavailable"],
    ["lfs.md", "file", "unavailable", "unavailable"],
    ["link.md", "file", "unavailable", "unavailable"],
    ["missing.md", "file", "unavailable", "unavailable"],
  ]);
  await expect(targetsOf({ "a.md": new TypeError("a bug") }, "a.md")).rejects.toThrow("a bug");
});

test("sites are not asked and invalid links lead nowhere", async () => {
  const links = [
    { target: "https://example.org/", kind: "site" as const },
    { target: "../../out", kind: "invalid" as const },
  ];
  expect(await collectTargets({ ...repositoryOf({}), links, vocabulary })).toMatchObject({
    status: "observed",
    value: {
      targets: {
        "../../out": { kind: "invalid" },
        "https://example.org/": { kind: "site", response: { status: "not-collected" } },
      },
    },
  });
});

describe("the paths that a document names", () => {
  const tree: Files = {
    "README.md": "",
    "docs/other.md": "",
    "src/a.go": "",
    ".github/workflows/ci.yml": "",
    linked: "-> src",
    go: "-> nowhere",
  };
  const mentions = async (text: string) => observedOf((await targetOf({ ...tree, "docs/a.md": text }, "docs/a.md"))?.mentions);

  test("are looked for from its folder, then from the root", async () => {
    const text =
      "[a](other.md#x) [b](../src/) [c](/README.md?plain=1) `src/a.go:3` `.github/workflows/ci.yml` `other.md` [d](../linked/a.go)";
    expect(await mentions(text)).toEqual({ count: 7, missingCount: 0, missing: [] });
  });

  test("are missing when neither has them", async () => {
    const text = "[a](README.md) `src/gone.go`\n`.github/workflows/gone.yml` `SECURITY.md` `src/gone.go` [g](../go)";
    expect(await mentions(text)).toEqual({
      count: 5,
      missingCount: 5,
      missing: [
        { path: ".github/workflows/gone.yml", line: 2 },
        { path: "SECURITY.md", line: 2 },
        { path: "docs/README.md", line: 1 },
        { path: "go", line: 2 },
        { path: "src/gone.go", line: 1 },
      ],
    });
  });

  test.each([
    "crypto/tls",
    "step-security/harden-runner",
    "actions/checkout@v4.1",
    "x.y/v1alpha1",
    "docker.io/library/alpine.img",
    "ghcr.io/a/b:1.2",
    "py/path-injection",
    "tools/call",
    "origin/main",
    ".commitmentrc.json",
    "~/.config/a.json",
    "/etc/passwd.txt",
    "pg_hba.conf",
    "dist/index.js",
    "coverage.xml",
    "src/*.go",
    "src/<name>.go",
    "src/$NAME.go",
    "src/...",
    "src/../x.go",
    "../src/gone.go",
    "src/a b.go",
    "X.Y.Z",
    "https://example.org/src/a.go",
  ])("are not %s", async (span) => {
    expect(await mentions(`\`${span}\``)).toEqual({ count: 0, missingCount: 0, missing: [] });
  });

  test("are not addresses of sites, anchors, or pages of GitHub", async () => {
    expect(await mentions("[a](https://x.org/a.md) [b](#c) [d](../../issues) <mailto:a@x.org> ![e](gone.png)")).toMatchObject({
      count: 0,
    });
  });

  test("are at most 50, with their count", async () => {
    const found = await mentions(Array.from({ length: 60 }, (_, index) => `[a](gone-${index}.md)`).join(" "));
    expect([found.count, found.missingCount, found.missing.length]).toEqual([60, 60, 50]);
  });
});

test("at most 500 targets are looked at, the first by their keys", async () => {
  const keys = Array.from({ length: 510 }, (_, index) => `${1000 + index}.md`);
  expect(Object.keys(await targetsOf({}, ...keys.toReversed()))).toEqual(keys.slice(0, 500));
});

test("files that are too large together are unavailable beyond the limit", async () => {
  const large = "a ".repeat(1024 * 1024 - 1);
  const files = Object.fromEntries(["a", "b", "c", "d", "e"].map((name) => [`${name}.txt`, large]));
  const targets = await targetsOf(files, ...Object.keys(files).map((path) => `${path}#L1`));
  expect(Object.values(targets).map(({ section }) => section?.status)).toEqual([
    "observed",
    "observed",
    "observed",
    "observed",
    "unavailable",
  ]);
});

test("any tree of links is resolved, and the order of links does not matter", async () => {
  const name = fc.constantFrom("a", "b", "c", "a/b", "a/c", "d.md");
  const content = fc.oneof(
    fc.constantFrom("..", ".", "a", "b/c", "../..", "/a", "./a/../b").map((to) => `-> ${to}`),
    fc.constantFrom("# a\n", "submodule", ""),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(name, content),
      fc.array(fc.constantFrom("a", "a/b/c", "b/d.md#a", "c", "d.md#x")),
      async (files, keys) => {
        const targets = await targetsOf(files, ...keys);
        expect(JSON.stringify(await targetsOf(files, ...keys.toReversed()))).toBe(JSON.stringify(targets));
        for (const { resolution } of Object.values(targets)) expect(resolution).toBeDefined();
      },
    ),
  );
});

const real = new URL("../../../../../shared/real/dalec-2025-10-31/", import.meta.url);
if (!existsSync(real)) console.warn(`SKIPPED: the files of Dalec are not at ${real.pathname}.`);

test.skipIf(!existsSync(real))("the documents of Dalec", async () => {
  const rows = readFileSync(new URL("tree.tsv", real), "utf8")
    .trimEnd()
    .split("\n")
    .map((row) => row.split("\t"));
  const entries = rows.map(([mode = "", , path = ""]) => ({ path, mode, oid: path }));
  const readBlob = async (path: string) => readFileSync(new URL(`files/${path}`, real));
  const link = (path: string, anchor: string) => ({ target: `${path}#${anchor}`, kind: "path" as const, path, anchor });
  const links = [
    link("README.md", "contributing"),
    link("GOVERNANCE.md", "values"),
    link("SECURITY.md", "reporting-security-issues"),
  ];
  const fact = await collectTargets({ tree: new Map(entries.map((entry) => [entry.path, entry])), readBlob, links, vocabulary });
  if (process.env["SHOW_REAL"] === "1") console.warn(JSON.stringify(fact, null, 1));
  for (const target of Object.values(observedOf(fact).targets))
    expect(target).toMatchObject({ resolution: "file", mentions: { status: "observed" } });
});
