import { AssureError } from "@assurance-case/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TreeEntry } from "../tree.ts";
import { collectDependabot } from "./dependabot.ts";
import { isInDirectory } from "./directories.ts";
import { collectManifests } from "./manifests.ts";
import { namesDependency } from "./names-dependency.ts";
import { collectRenovate } from "./renovate.ts";

type Files = Readonly<Record<string, string | Error>>;

const treeOf = (files: Files, mode = "100644"): ReadonlyMap<string, TreeEntry> =>
  new Map(Object.keys(files).map((path): [string, TreeEntry] => [path, { path, mode, oid: path }]));
const reader =
  (files: Files) =>
  async (oid: string): Promise<Buffer> => {
    const content = files[oid];
    if (typeof content !== "string") throw content;
    return Buffer.from(content);
  };
const dependabotOf = (text: string | Error): ReturnType<typeof collectDependabot> => {
  const files = { ".github/dependabot.yml": text };
  return collectDependabot(treeOf(files), reader(files));
};

const UPDATES = `version: 2
updates:
  - package-ecosystem: gomod
    directory: /
    ignore:
      - dependency-name: "*"
        update-types: ["version-update:semver-major"]
      - dependency-name: example.org/x
  - package-ecosystem: npm
    directories: [/a, "/b/*"]
    open-pull-requests-limit: 0
    target-branch: next
`;

describe("dependabot.yml", () => {
  it("is read with the lines of its entries", async () => {
    const gomod = {
      line: 3,
      ecosystem: "gomod",
      directories: ["/"],
      limit: 5,
      narrowed: [],
      ignores: [
        { line: 6, dependency: "*", always: false },
        { line: 8, dependency: "example.org/x", always: true },
      ],
    };
    const npm = { line: 9, ecosystem: "npm", directories: ["/a", "/b/*"], limit: 0, narrowed: ["target-branch"], ignores: [] };
    expect(await dependabotOf(UPDATES)).toEqual({
      status: "observed",
      value: { path: ".github/dependabot.yml", updates: [gomod, npm] },
    });
  });

  it.each([
    ["is no YAML", "version: [", 1],
    ["has another version", "version: 1\nupdates: []", 1],
    ["has no updates", "version: 2", 1],
    ["has an update without an ecosystem", "version: 2\nupdates:\n  - directory: /", 3],
    ["has an update without a directory", "version: 2\nupdates:\n  - package-ecosystem: npm", 3],
    [
      "has a limit that is none",
      "version: 2\nupdates:\n  - {package-ecosystem: npm, directory: /, open-pull-requests-limit: x}",
      3,
    ],
    ["is too large", new AssureError("collect/limit", "large"), 1],
  ])("%s: an error with its place", async (_, text, line) => {
    expect(await dependabotOf(text)).toMatchObject({ status: "error", path: ".github/dependabot.yml", line });
  });

  it("may be absent, or there twice", async () => {
    expect(await collectDependabot(treeOf({}), reader({}))).toMatchObject({ status: "absent" });
    const both = { ".github/dependabot.yml": UPDATES, ".github/dependabot.yaml": UPDATES };
    expect(await collectDependabot(treeOf(both), reader(both))).toMatchObject({ status: "error" });
    expect(await collectDependabot(treeOf(both, "120000"), reader(both))).toMatchObject({ status: "error" });
  });

  it("that ignores everything is narrowed by that", async () => {
    const text = 'version: 2\nupdates:\n  - {package-ecosystem: npm, directory: /, ignore: [{dependency-name: "*"}]}';
    expect(await dependabotOf(text)).toMatchObject({ value: { updates: [{ narrowed: ["ignore"] }] } });
  });
});

it.each([
  ["", "/", true],
  ["", "", true],
  ["a", "/", false],
  ["a/b", "/a/b/", true],
  ["a/b", "./a/b", true],
  ["a/b", "/a/*", true],
  ["a/b/c", "/a/*", false],
  ["a/b/c", "/a/**", true],
  ["a", "/a/**", true],
  ["a/b/c", "**/*", true],
  ["", "**/*", false],
  ["apps/web-1", "/apps/web-*", true],
  ["apps/api", "/apps/web-*", false],
  ["x/y/z", "/x/**/z", true],
  ["abcabc", "/a*b*c", true],
  ["ac", "/a*ac", false],
])("%j is in the directory %j: %s", (folder, directory, inside) => {
  expect(isInDirectory(folder, directory)).toBe(inside);
});

it("directories agree with a regular expression, in bounded time", () => {
  const segment = fc.stringMatching(/^[ab*]{1,4}$/).map((text) => (text === "**" ? "a" : text.replace(/\*+/gu, "*")));
  const pattern = fc.array(fc.oneof(segment, fc.constant("**")), { maxLength: 4 });
  const folder = fc.array(fc.stringMatching(/^[ab]{1,4}$/), { maxLength: 5 });
  fc.assert(
    fc.property(pattern, folder, (parts, names) => {
      const written = parts.map((part) => (part === "**" ? "(?:[^/]+/)*" : `${part.replaceAll("*", "[^/]*")}/`)).join("");
      const expected = new RegExp(`^${written}$`, "u").test(names.map((name) => `${name}/`).join(""));
      expect(isInDirectory(names.join("/"), `/${parts.join("/")}`)).toBe(expected);
    }),
  );
  expect(isInDirectory("a/".repeat(5000), `${"**/a/".repeat(500)}b`)).toBe(false);
});

it.each([
  ["gomod", "module x\n\nrequire example.org/y v1\n", true],
  ["gomod", "module x\n", false],
  ["npm", '{"devDependencies": {"a": "1"}}', true],
  ["npm", '{"name": "x", "dependencies": {}}', false],
  ["npm", "{", null],
  ["npm", "[]", false],
  ["pip", "# nothing\n\n", false],
  ["pip", "requests==2\n", true],
  ["cargo", "[package]\nname = 'x'\n", false],
  ["cargo", "[dev-dependencies]\na = '1'\n", true],
  ["cargo", "[target.'cfg(unix)'.dependencies]\na = '1'\n", true],
  ["docker", "FROM scratch\nCOPY . /\n", false],
  ["docker", "FROM golang:1 AS build\nFROM scratch\nCOPY --from=build /x /\n", true],
  ["docker", "FROM scratch AS base\nFROM base\n", false],
  ["docker", "from --platform=linux/amd64 debian\n", true],
  ["github-actions", "steps:\n  - uses: ./local\n", false],
  ["github-actions", "steps:\n  - uses: actions/checkout@v4\n", true],
  ["github-actions", "jobs:\n  a:\n    'uses': acme/x/.github/workflows/y.yml@v1\n", true],
])("%s %j names a dependency: %s", (ecosystem, text, expected) => {
  expect(namesDependency(ecosystem, text)).toBe(expected);
});

it("manifests are those of the tree, with the entries that they are in", async () => {
  const files: Files = {
    ".github/workflows/ci.yml": "- uses: actions/checkout@v4",
    "action.yml": "- uses: actions/checkout@v4",
    "sub/action.yml": "- uses: actions/checkout@v4",
    "go.mod": "require x v1",
    "node_modules/x/package.json": "{}",
    "large/package.json": new AssureError("collect/limit", "large"),
    "README.md": "x",
  };
  const entry = (line: number, ecosystem: string, directory: string) => ({
    line,
    ecosystem,
    directories: [directory],
    limit: 5,
    ignores: [],
    narrowed: [],
  });
  const updates = [entry(3, "github-actions", "/"), entry(8, "gomod", "/"), entry(13, "npm", "/large")];
  const dependabot = { status: "observed" as const, value: { path: "d.yml", updates } };
  const found = await collectManifests(treeOf(files), reader(files), dependabot);
  expect(found).toMatchObject({
    value: {
      count: 5,
      manifests: [
        { path: ".github/workflows/ci.yml", entries: [3], dependencies: true },
        { path: "action.yml", entries: [3] },
        { path: "sub/action.yml", entries: [] },
        { path: "go.mod", entries: [8], ecosystem: "gomod" },
        { path: "large/package.json", entries: [13], dependencies: null },
      ],
    },
  });
});

it("Renovate is configured in one of its places", () => {
  expect(collectRenovate(treeOf({ ".github/renovate.json5": "" }))).toEqual({
    status: "observed",
    value: { paths: [".github/renovate.json5"] },
  });
  expect(collectRenovate(treeOf({ "docs/renovate.json": "" }))).toMatchObject({ status: "absent" });
});
