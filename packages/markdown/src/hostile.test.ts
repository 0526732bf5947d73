import fc from "fast-check";
import { expect, test } from "vitest";
import { findSection, type MarkdownDocument, nearestAnchor, parseMarkdown, sectionProse, sentences } from "./index.ts";

/** Far above what these take: the slowest about a second on two cores. */
const TIME = 8000;

const hostile: Readonly<Record<string, string>> = {
  "nested quotes": ">".repeat(10_000),
  "nested lists on a line": "- ".repeat(10_000),
  "nested ordered lists": "1. ".repeat(10_000),
  "lists in quotes": "- > ".repeat(10_000),
  "lists by indentation": Array.from({ length: 1000 }, (_, depth) => `${" ".repeat(2 * depth)}- a`).join("\n"),
  "many nested lists": `${"- ".repeat(50)}a\n`.repeat(2000),
  "open brackets": "[".repeat(10_000),
  "open images": "![".repeat(10_000),
  "nested links": `${"[".repeat(10_000)}a${"](b)".repeat(10_000)}`,
  "undefined references": "[a][b]".repeat(20_000),
  emphasis: "*a**b ".repeat(20_000),
  "declarations without end": "a<![CDATA[".repeat(20_000),
  "instructions without end": "a<?".repeat(20_000),
  "comments without end": "a <!-- ".repeat(20_000),
  "setext headings": "a\n=\n".repeat(19_000),
  "wide table": `${"|a".repeat(60_000)}|\n${"|-".repeat(60_000)}|`,
  attributes: `<a ${"name=".repeat(20_000)}`,
  "tags without end": "<a b".repeat(20_000),
  "headings in HTML": `<div>${"<h1>".repeat(20_000)}`,
  "abbreviations without end": "e.g. ".repeat(20_000),
};

function readAll(document: MarkdownDocument): void {
  const section = findSection(document);
  if (section === undefined) throw new Error("A document has a section.");
  sentences(section);
  sectionProse(section);
  nearestAnchor(document, "a".repeat(100));
}

test.each(Object.entries(hostile))(
  "%s take bounded time",
  (_, text) => {
    const start = performance.now();
    const document = parseMarkdown(text);
    if (!("problem" in document)) readAll(document);
    expect(performance.now() - start).toBeLessThan(TIME);
  },
  60_000,
);

test("a text of more than a mebi of characters is too large", () => {
  expect(parseMarkdown("a".repeat(1024 * 1024 + 1))).toEqual({ problem: "too-large" });
  expect(parseMarkdown("> ".repeat(10_000))).toEqual({ problem: "too-complex" });
});

const fragment = fc.constantFrom(
  ..."# |## |\n|\r\n|\n\n|- |1. |> |```\n|`|*|**|_|[a](b.md)|[a]|[a]: b\n|![|](|<a name='x'>|</a>|<h2>t</h2>|<!--|-->|---\n|===\n|\ta|    |é|\uD800|\0|\uFEFF|:a:|a b. C".split(
    "|",
  ),
  "|",
  "|a|b|\n|-|-|\n|c|d|\n",
);
const markdown = fc.oneof(
  fc.array(fragment, { maxLength: 40 }).map((parts) => parts.join("")),
  fc.string({ unit: "binary" }),
);

test("no text throws, and every place is inside of it", () => {
  fc.assert(
    fc.property(markdown, (text) => {
      const document = parseMarkdown(text);
      if ("problem" in document) throw new Error(document.problem);
      const places = [...document.headings, ...document.links, ...document.images, ...document.codeSpans];
      for (const { line, column, start } of places) {
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(document.lineStarts.length);
        expect(document.text.slice(start - column + 1, start)).not.toMatch(/[\r\n]/);
        expect(start).toBeLessThanOrEqual(document.text.length);
      }
      for (const anchor of ["", ...document.anchors.keys()]) {
        const section = findSection(document, anchor);
        expect(section?.line).toBeGreaterThanOrEqual(1);
        expect(section?.endLine).toBeGreaterThanOrEqual(section?.line ?? 0);
        expect(section?.endLine).toBeLessThanOrEqual(document.lineStarts.length);
        for (const { line } of section === undefined ? [] : sentences(section)) {
          expect(line).toBeGreaterThanOrEqual(section?.line ?? 0);
          expect(line).toBeLessThanOrEqual(section?.endLine ?? 0);
        }
      }
      readAll(document);
    }),
    { numRuns: 2000 },
  );
});

test("slugs are unique", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("a", "A", "a-1", "a 1", "b!", "b"), { maxLength: 12 }), (titles) => {
      const document = parseMarkdown(titles.map((title) => `# ${title}\n`).join(""));
      if ("problem" in document) throw new Error(document.problem);
      const slugs = document.headings.map(({ slug }) => slug);
      expect(new Set(slugs).size).toBe(slugs.length);
      expect(slugs).toHaveLength(titles.length);
    }),
  );
});

test("the nearest anchor is within reason", () => {
  const document = parseMarkdown("# Branch protection\n\n# Code changes\n");
  if ("problem" in document) throw new Error(document.problem);
  expect(nearestAnchor(document, "branch-protections")).toBe("branch-protection");
  expect(nearestAnchor(document, "Code-Change")).toBe("code-changes");
  expect(nearestAnchor(document, "something-else-altogether")).toBeUndefined();
});
