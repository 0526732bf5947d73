import { digestBytes } from "@assurance-case/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseCase, redactCase, resolveTarget } from "./index.ts";
import { locateCase } from "./locate.ts";

const parse = (text: string) => parseCase({ path: "docs/case.md", text, digest: digestBytes(text) });

const fragment = fc.constantFrom(
  ..."- |  - |\n|\n\n|\r\n|# |### Strategy S1 – A\n|**Claim C1.1:**|**Claim C1.2** |**C-3** |Claim C2: | text. |*Evidence:* |[a](../b.md#c)|[a](../../..)".split(
    "|",
  ),
  ..."[a](%)|<http://x.y>|[r]|[r]: d.md\n|## Threat Model\n|## Top-Level Claim (G0)\n|> |**Assumptions:** |`|**|\uD800|\0".split(
    "|",
  ),
  "\n| ID | Claim | Evidence |\n| - | - | - |\n",
  "| C1.1 | l | [a](b) |\n",
  "|",
);
const markdown = fc.oneof(
  fc.array(fragment, { maxLength: 40 }).map((parts) => parts.join("")),
  fc.string({ unit: "binary" }),
);

test("no text throws, and every place is inside of it", () => {
  fc.assert(
    fc.property(markdown, (text) => {
      const parsed = parse(text);
      const lines = text.split(/\r\n|\n|\r/);
      const { goal, strategies, claims, summary, threatModel, assumptions, reviewRules, residualRisks, problems } = parsed;
      const said = [...threatModel, ...assumptions, ...reviewRules, ...residualRisks, ...(goal === undefined ? [] : [goal])];
      for (const { line, column } of [
        ...said,
        ...strategies,
        ...claims,
        ...claims.flatMap(({ links }) => links),
        ...summary,
        ...problems,
      ]) {
        expect(line).toBeGreaterThanOrEqual(1);
        expect(column).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(lines.length);
        expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1);
      }
      if (claims.length === 0) expect(problems.map(({ code }) => code)).toContain("case/no-claims");
    }),
    { numRuns: 2000 },
  );
});

test("no address throws, and no path leaves the repository", () => {
  const href = fc.oneof(
    fc.webUrl(),
    fc.string(),
    fc.array(fc.constantFrom("..", ".", "a", "/", "%2e%2e", "%2F", "#", "?", "%", "\\")).map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(href, (address) => {
      const { kind, path } = resolveTarget("docs/case.md", address);
      expect(path === undefined).toBe(kind !== "path");
      expect(path?.split("/") ?? []).not.toContain("..");
      expect(path?.startsWith("/") ?? false).toBe(false);
    }),
  );
});

test("a case that cannot be read is a problem", () => {
  expect(parse("a".repeat(1024 * 1024 + 1)).problems.map(({ code }) => code)).toEqual(["case/too-large"]);
  expect(parse("> ".repeat(10_000)).problems.map(({ code }) => code)).toEqual(["case/too-complex"]);
});

test("a great many claims take bounded time", () => {
  const text = `# S1: a\n${"- **C1:** b [c](d.md)\n".repeat(15_000)}`;
  const start = performance.now();
  expect(parse(text).claims).toHaveLength(15_000);
  expect(performance.now() - start).toBeLessThan(15_000);
}, 30_000);

test("a redacted case keeps digests and places, and no words", () => {
  const text =
    "# T\n\n## Threat Model\n- **Assets:** secret one\n\n## G0 goal (G0)\n> secret two\n\n- **C1:** secret three [a](b.md)\n";
  const whole = parse(text);
  const redacted = redactCase(whole);
  expect(JSON.stringify(whole)).toContain("secret");
  expect(JSON.stringify(redacted)).not.toContain("secret");
  expect(redacted.claims[0]?.statementDigest).toBe(whole.claims[0]?.statementDigest);
  expect(redacted.threatModel[0]).toEqual({ line: 4, column: 3, statementDigest: whole.threatModel[0]?.statementDigest });
  expect(redactCase(redacted)).toEqual(redacted);
});

test("the case is looked for where cases stand", () => {
  const paths = [
    "docs/security/ASSURANCE_CASE.markdown",
    "assurance-case.md",
    "docs/assurance-case.md",
    "docs/security-assurance-case.md",
    "a/b/c/assurance-case.md",
    "a/b/c/d/assurance-case.md",
    "vendor/x/assurance-case.md",
    "docs/assurance-case.txt",
    "docs/not-an-assurance-case.md",
  ];
  const expected = [
    "docs/assurance-case.md",
    "assurance-case.md",
    "docs/security-assurance-case.md",
    "docs/security/ASSURANCE_CASE.markdown",
    "a/b/c/assurance-case.md",
  ];
  expect(locateCase(paths)).toEqual(expected);
  expect(locateCase(paths.toReversed())).toEqual(expected);
  expect(locateCase(["README.md"])).toEqual([]);
});

describe("what a link can carry of people and secrets", () => {
  test.each([
    ["mailto:someone@example.org", "mailto:"],
    ["https://user:token@example.org/x", "https://example.org/x"],
    ["tel:+15550100", "tel:"],
  ])("stays out of the target of %s", (href, target) => {
    expect(resolveTarget("docs/case.md", href).target).toBe(target);
  });
});
