import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compilePattern } from "./matcher.ts";

function matches(pattern: string, name: string): boolean {
  const matcher = compilePattern(pattern);
  if (!matcher.valid) throw new Error(`${pattern}: ${matcher.reason}`);
  return matcher.matches(name);
}

// What GitHub's cheat sheet says of each form, with names of our own beside its.
const table: readonly { readonly pattern: string; readonly yes: readonly string[]; readonly no: readonly string[] }[] = [
  { pattern: "main", yes: ["main"], no: ["Main", "main2", "amain", "main/x"] },
  { pattern: "releases/mona-the-octocat", yes: ["releases/mona-the-octocat"], no: ["releases/mona"] },
  { pattern: "feature/*", yes: ["feature/my-branch", "feature/your-branch", "feature/"], no: ["feature/a/b", "feature"] },
  {
    pattern: "feature/**",
    yes: ["feature/beta-a/my-branch", "feature/your-branch", "feature/mona/the/octocat"],
    no: ["feature"],
  },
  { pattern: "*", yes: ["main", "releases", "README.md", ".hidden"], no: ["all/the/branches", "a/b"] },
  { pattern: "**", yes: ["all/the/branches", "every/tag", ".github/x"], no: [] },
  { pattern: "*feature", yes: ["mona-feature", "feature", "ver-10-feature"], no: ["x/feature", "features"] },
  { pattern: "v2*", yes: ["v2", "v2.0", "v2.9"], no: ["v1", "v2/x"] },
  { pattern: "v[12].[0-9]+.[0-9]+", yes: ["v1.10.1", "v2.0.0"], no: ["v3.0.0", "v1..1", "v1.10", "v1.10.1-rc"] },
  { pattern: "v[0-9]+.[0-9]+.*", yes: ["v0.17.3", "v1.2.3-rc.1"], no: ["v1.2", "1.2.3", "v1.2.a/b"] },
  { pattern: "*.jsx?", yes: ["page.js", "page.jsx"], no: ["page.jsxx", "page.j", "a/page.js"] },
  { pattern: "*.js", yes: ["app.js", "index.js"], no: ["js/index.js"] },
  { pattern: "**.js", yes: ["index.js", "js/index.js", "src/js/app.js"], no: ["index.jsx"] },
  { pattern: "docs/*", yes: ["docs/README.md", "docs/file.txt"], no: ["docs/a/b.md", "docs"] },
  { pattern: "docs/**", yes: ["docs/README.md", "docs/mona/octocat.txt"], no: ["docs", "docsx/y", "a/docs/b"] },
  {
    pattern: "docs/**/*.md",
    yes: ["docs/README.md", "docs/mona/hello-world.md", "docs/a/markdown/file.md"],
    no: ["docs/x.txt", "a.md"],
  },
  { pattern: "**/docs/**", yes: ["docs/hello.md", "dir/docs/my-file.txt", "space/docs/plan/space.doc"], no: ["adocs/x", "docs"] },
  { pattern: "**/README.md", yes: ["README.md", "js/README.md", "a/b/README.md"], no: ["MYREADME.md", "a/README.mdx"] },
  { pattern: "**/*src/**", yes: ["a/src/app.js", "my-src/code/js/app.js", "src/x"], no: ["srcs/x", "a/src"] },
  { pattern: "**/*-post.md", yes: ["my-post.md", "path/their-post.md"], no: ["post.md", "a/my-post.md/b"] },
  {
    pattern: "**/migrate-*.sql",
    yes: ["migrate-10909.sql", "db/migrate-v1.0.sql", "db/sept/migrate-v1.sql"],
    no: ["migrate-a/b.sql", "xmigrate-1.sql"],
  },
  { pattern: "!README.md", yes: ["README.md"], no: ["!README.md", "x.md"] },
  { pattern: "\\!README.md", yes: ["!README.md"], no: ["README.md"] },
  { pattern: "a\\*b", yes: ["a*b"], no: ["axb"] },
  { pattern: "a\\[1\\]", yes: ["a[1]"], no: ["a1"] },
  { pattern: "[a-cx]?z", yes: ["z", "az", "bz", "xz"], no: ["dz", "aaz", "-z"] },
  { pattern: "[a-]", yes: ["a", "-"], no: ["b"] },
  { pattern: "a**/b", yes: ["a/b", "ax/b", "ax/y/b"], no: ["ab"] },
  { pattern: "a/**/b", yes: ["a/b", "a/x/b", "a/x/y/b"], no: ["ab", "a/xb"] },
  { pattern: "ab+c", yes: ["abc", "abbbc"], no: ["ac"] },
  { pattern: "[0-9]+", yes: ["1", "42"], no: ["", "4a"] },
  { pattern: "é?/😀+", yes: ["é/😀", "/😀😀"], no: ["é/"] },
];

describe.each(table)("$pattern", ({ pattern, yes, no }) => {
  test.each(yes)("matches '%s'", (name) => expect(matches(pattern, name)).toBe(true));
  test.each(no)("does not match '%s'", (name) => expect(matches(pattern, name)).toBe(false));
});

const meaningless = [
  "",
  "!",
  "[abc",
  "[]",
  "[!a]",
  "[^a]",
  "[z-a]",
  "[a-Z]",
  "[\\]]",
  "?a",
  "+",
  "*?",
  "**+",
  "a??",
  "a+?",
  "a\\",
  "x".repeat(513),
];

test.each(meaningless)("'%s' is not guessed", (pattern) => {
  expect(compilePattern(pattern)).toMatchObject({ valid: false });
});

const name = fc.string({ unit: fc.constantFrom("a", "b", "/", "."), maxLength: 8 });
const piece = fc.constantFrom(
  ["a", "a"],
  ["b", "b"],
  ["/", "/"],
  [".", "\\."],
  ["*", "[^/]*"],
  ["**", ".*"],
  ["[ab]", "[ab]"],
  ["a?", "a?"],
  ["[b/]+", "[b/]+"],
);

/** The same meaning, said by a regular expression. */
function oracle(pieces: readonly (readonly string[])[]): RegExp {
  const source = pieces.map(([pattern, regex], at) => {
    const previous = pieces[at - 1]?.[0];
    const folders = pattern === "/" && previous === "**" && (at === 1 || pieces[at - 2]?.[0] === "/");
    return folders ? ["FOLDERS"] : [regex];
  });
  return new RegExp(`^${source.flat().join("").replaceAll(".*FOLDERS", "(?:.*/)?")}$`);
}

/** Neighbours that would read as another token are not of the question. */
function ambiguous(pieces: readonly (readonly string[])[]): boolean {
  return pieces.some(([pattern], at) => pattern?.startsWith("*") === true && pieces[at + 1]?.[0]?.startsWith("*") === true);
}

test("agrees with a regular expression", () => {
  const pieces = fc.array(piece, { minLength: 1, maxLength: 6 }).filter((all) => !ambiguous(all));
  fc.assert(
    fc.property(pieces, name, (all, text) => {
      expect(matches(all.map(([pattern]) => pattern).join(""), text)).toBe(oracle(all).test(text));
    }),
    { numRuns: 5000 },
  );
});

test("never throws, and ** matches every name", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (pattern, text) => {
      const matcher = compilePattern(pattern);
      if (matcher.valid) expect(typeof matcher.matches(text)).toBe("boolean");
      expect(matches("**", text)).toBe(true);
    }),
  );
});

test("takes no exponential time for a hostile pattern", () => {
  expect(matches(`${"**a".repeat(80)}b?`, `${"a".repeat(2000)}c`)).toBe(false);
});
