import type { Anchor, Heading, MarkdownDocument } from "./document.ts";
import { lineAt, startsOfLines } from "./headings.ts";
import { placeOf, type Visit, walk } from "./tree.ts";

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
  if (anchor === undefined || anchor === "") return sectionBetween(document, endOfFrontMatter(document), document.text.length);
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

/** The nodes that start inside a section. */
export function* nodesOf(section: Section): Generator<Visit> {
  for (const visit of walk(section.document.root)) {
    const { start } = placeOf(visit.node);
    if (start >= section.end) return;
    if (start >= section.start) yield visit;
  }
}

function sectionBetween(document: MarkdownDocument, start: number, end: number): Section {
  const lineStarts = startsOfLines(document.text);
  const last = Math.max(start + document.text.slice(start, end).trimEnd().length - 1, start);
  return { document, start, end, line: lineAt(lineStarts, start), endLine: lineAt(lineStarts, last) };
}

function endOfFrontMatter(document: MarkdownDocument): number {
  const first = document.root.children[0];
  return first?.type === "yaml" ? placeOf(first).end : 0;
}

/** Where the paragraph, table or HTML around an anchor starts. */
function startOfBlock(document: MarkdownDocument, anchor: Anchor): number {
  let start = anchor.start;
  for (const { node, parent } of walk(document.root)) {
    const place = placeOf(node);
    if (place.start > anchor.start) break;
    const isBlock = node.type === "paragraph" || node.type === "tableRow" || node.type === "heading";
    const isHtmlBlock = node.type === "html" && parent?.node.type !== "paragraph" && parent?.node.type !== "heading";
    if (place.end > anchor.start && (isBlock || isHtmlBlock)) start = Math.min(start, place.start);
  }
  return start;
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
