import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { findSection, type MarkdownDocument, parseMarkdown, sectionProse, sentences } from "./index.ts";

const fixtures = new URL("../fixtures/", import.meta.url);

/** What a fixture pins: places as line:column, sections by anchor. */
function describeDocument(document: MarkdownDocument): unknown {
  const at = ({ line, column }: { readonly line: number; readonly column: number }) => `${line}:${column}`;
  return {
    lines: document.lineStarts.length,
    headings: document.headings.map((heading) => `${at(heading)}-${heading.endOfSectionLine} h${heading.depth} #${heading.slug}`),
    links: document.links.map((link) => `${at(link)} ${link.kind} ${link.url} ${link.text}`.trimEnd()),
    images: document.images.map((image) => `${at(image)} ${image.url} ${image.alt}`.trimEnd()),
    codeSpans: document.codeSpans.map((span) => `${at(span)} ${span.text}${span.inLink ? " (in a link)" : ""}`),
    sections: Object.fromEntries(
      ["", ...document.anchors.keys()].map((anchor) => [`#${anchor}`, describeSection(document, anchor)]),
    ),
  };
}

function describeSection(document: MarkdownDocument, anchor: string): unknown {
  const section = findSection(document, anchor);
  if (section === undefined) return undefined;
  const { words, links, images } = sectionProse(section);
  return {
    prose: `lines ${section.line}-${section.endLine}, ${words} words, ${links} links, ${images} images`,
    sentences: sentences(section).map(({ line, text }) => `${line}: ${text}`),
  };
}

test.each(readdirSync(fixtures))("%s", (scenario) => {
  const folder = new URL(`${scenario}/`, fixtures);
  const document = parseMarkdown(readFileSync(new URL("input.md", folder), "utf8"));
  if ("problem" in document) throw new Error(document.problem);
  const actual = `${JSON.stringify(describeDocument(document), null, 2)}\n`;
  const expected = new URL("expected.json", folder);
  if (process.env["UPDATE_FIXTURES"] === "1") writeFileSync(expected, actual);
  expect(JSON.parse(actual)).toEqual(JSON.parse(readFileSync(expected, "utf8")));
});
