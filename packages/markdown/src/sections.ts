import type { Anchor, Block, Heading, MarkdownDocument } from "./document.ts";
import { lineAt } from "./lines.ts";

const STARTS: ReadonlySet<Block["kind"]> = new Set(["paragraph", "row", "heading", "html"]);

/** A part of a document. Lines count from 1, the last included; offsets from 0. */
export interface Section {
  readonly document: MarkdownDocument;
  readonly line: number;
  readonly endLine: number;
  readonly start: number;
  readonly end: number;
}

/**
 * The section of an anchor: of a heading up to the next one of the same or a lesser depth; of an HTML anchor directly
 * before a heading, that heading's; of one elsewhere, from its block to the end of the section around it.
 * Without an anchor the whole document but its front matter. Undefined when the anchor is not there.
 */
export function findSection(document: MarkdownDocument, anchor?: string): Section | undefined {
  if (anchor === undefined || anchor === "") return sectionBetween(document, document.frontMatterEnd, document.text.length);
  const found = document.anchors.get(anchor.toLowerCase());
  if (found === undefined) return undefined;
  const start = found.source === "heading" ? found.start : startOfBlock(document, found);
  const heading = headingFor(document, found, start);
  if (heading !== undefined) return sectionBetween(document, heading.start, heading.sectionEnd);
  const around = document.headings.findLast((candidate) => candidate.start <= start && start < candidate.sectionEnd);
  return sectionBetween(
    document,
    start,
    around?.sectionEnd ?? document.headings.find((next) => next.start > start)?.start ?? document.text.length,
  );
}

/** The text of a section as written. */
export function sectionSource(section: Section): string {
  return section.document.text.slice(section.start, section.end);
}

/** The blocks that start inside a section. */
export function blocksIn({ document, start, end }: Section): readonly Block[] {
  return document.blocks.filter((block) => block.start >= start && block.start < end);
}

function sectionBetween(document: MarkdownDocument, start: number, end: number): Section {
  const { lineStarts } = document;
  const last = Math.max(start + document.text.slice(start, end).trimEnd().length - 1, start);
  return { document, start, end, line: lineAt(lineStarts, start), endLine: lineAt(lineStarts, last) };
}

/** Where the paragraph, row, heading or HTML around an anchor starts. */
function startOfBlock(document: MarkdownDocument, anchor: Anchor): number {
  const around = document.blocks.find(({ kind, start, end }) => STARTS.has(kind) && start <= anchor.start && anchor.start < end);
  return around?.start ?? anchor.start;
}

/** The heading that an anchor stands in, or directly before: nothing but HTML tags between. */
function headingFor(document: MarkdownDocument, anchor: Anchor, start: number): Heading | undefined {
  const inside = document.headings.find((heading) => heading.start <= anchor.start && anchor.start < heading.end);
  if (inside !== undefined) return inside;
  const next = document.headings.find((heading) => heading.start > anchor.start);
  if (next === undefined) return undefined;
  const between = document.text.slice(start, next.start);
  return /[^\s>]/.test(between.replace(/<!--[\s\S]*?-->|<\/?[a-z][^<>]*>/gi, "")) ? undefined : next;
}
