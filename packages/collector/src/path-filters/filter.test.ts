import fc from "fast-check";
import { expect, test } from "vitest";
import { decide, filterOf } from "./filter.ts";

const lines = (patterns: readonly string[]) => patterns.map((pattern, at) => ({ pattern, line: at + 1 }));

function starts(mode: "only" | "ignore", patterns: readonly string[], name: string) {
  const filter = mode === "only" ? filterOf(lines(patterns), undefined) : filterOf(undefined, lines(patterns));
  if (filter.status !== "observed") throw new Error(filter.reason);
  return decide(filter.value, name);
}

const table = [
  ["only", ["*.md", "!README.md"], "hello.md", { starts: true, pattern: "*.md", line: 1 }],
  ["only", ["*.md", "!README.md"], "README.md", { starts: false, pattern: "!README.md", line: 2 }],
  ["only", ["*.md", "!README.md"], "docs/hello.md", { starts: false }],
  ["only", ["*.md", "!README.md", "README*"], "README.md", { starts: true, pattern: "README*", line: 3 }],
  ["only", ["*.md", "!README.md", "README*"], "README.doc", { starts: true, pattern: "README*", line: 3 }],
  ["only", ["!releases/**-alpha", "releases/**"], "releases/beta/3-alpha", { starts: true, pattern: "releases/**", line: 2 }],
  ["only", ["releases/**", "!releases/**-alpha"], "releases/10-alpha", { starts: false, pattern: "!releases/**-alpha", line: 2 }],
  ["only", ["!a"], "b", { starts: false }],
  ["ignore", ["docs/**"], "docs/a.md", { starts: false, pattern: "docs/**", line: 1 }],
  ["ignore", ["docs/**"], "src/a.go", { starts: true }],
  ["ignore", ["docs/**", "!docs/spec.json"], "docs/spec.json", { starts: true, pattern: "!docs/spec.json", line: 2 }],
] as const;

test.each(table)("%s %j of %s", (mode, patterns, name, expected) => {
  expect(starts(mode, patterns, name)).toEqual(expected);
});

test("without a filter every name starts", () => {
  expect(decide(undefined, "x")).toEqual({ starts: true });
});

test("a pattern without meaning makes the filter unavailable", () => {
  expect(filterOf(lines(["a", "[b"]), undefined)).toEqual({
    status: "unavailable",
    reason: "the pattern '[b' cannot be read: a '[' is not closed",
    line: 2,
  });
});

test("the last pattern that matches decides", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("**", "!**", "a", "!a", "b"), { minLength: 1 }), (patterns) => {
      const last = patterns.findLast((pattern) => pattern !== "b");
      expect(starts("only", patterns, "a").starts).toBe(last !== undefined && !last.startsWith("!"));
      expect(starts("ignore", patterns, "a").starts).toBe(last === undefined || last.startsWith("!"));
    }),
  );
});
