import GithubSlugger from "github-slugger";
import type { Nodes } from "mdast";
import type { Heading } from "./document.ts";
import { htmlParts } from "./html.ts";
import { inlineText, placeOf, type Visit, walk } from "./tree.ts";

type Found = Omit<Heading, "slug" | "sectionEnd" | "endOfSectionLine"> & { readonly container: number };

/** GitHub gives a heading that is written in HTML an anchor as well. */
const HTML_HEADING = /<h([1-6])\b[^<>]*>([\s\S]{0,1000}?)<\/h\1\s*>/gi;

/** The headings of a document, with the anchors that GitHub gives them and the ends of their sections. */
export function headingsOf(root: Nodes, text: string, lineStarts: readonly number[]): readonly Heading[] {
  const slugger = new GithubSlugger();
  const found = [...walk(root)].flatMap((visit) => headingsAt(visit));
  const ends = sectionEnds(found, text.length);
  return found.map(({ container, ...heading }, index) => {
    const sectionEnd = Math.min(ends[index] ?? text.length, container);
    const last = text.slice(heading.start, sectionEnd).trimEnd().length;
    return {
      ...heading,
      slug: slugger.slug(heading.text),
      sectionEnd,
      endOfSectionLine: lineAt(lineStarts, heading.start + Math.max(last - 1, 0)),
    };
  });
}

function headingsAt(visit: Visit): readonly Found[] {
  const { node } = visit;
  const container =
    visit.parent === undefined || visit.parent.node.type === "root" ? Number.POSITIVE_INFINITY : placeOf(visit.parent.node).end;
  if (node.type === "heading") return [{ ...placeOf(node), depth: node.depth, text: inlineText(node), container }];
  return [...htmlParts(node, HTML_HEADING)].map(({ match, ...place }) => {
    const text = (match[2] ?? "")
      .replace(/<[^<>]*>/g, "")
      .replace(/\s+/g, " ")
      .trim();
    return {
      ...place,
      end: Math.min(place.start + match[0].length, placeOf(node).end),
      depth: Number(match[1]),
      text,
      container,
    };
  });
}

/** For each heading the start of the next one of the same or a lesser depth: one pass with the open sections. */
function sectionEnds(headings: readonly Found[], end: number): readonly number[] {
  const ends = headings.map(() => end);
  const open: { readonly depth: number; readonly index: number }[] = [];
  for (const [index, heading] of headings.entries()) {
    for (let last = open.at(-1); last !== undefined && last.depth >= heading.depth; last = open.at(-1)) {
      ends[last.index] = heading.start;
      open.pop();
    }
    open.push({ depth: heading.depth, index });
  }
  return ends;
}

/** Offsets at which the lines of a text start. */
export function startsOfLines(text: string): readonly number[] {
  const starts = [0];
  for (const { 0: ending, index } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + ending.length);
  if (starts.length > 1 && starts.at(-1) === text.length) starts.pop();
  return starts;
}

/** The line of an offset, from 1. */
export function lineAt(lineStarts: readonly number[], offset: number): number {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}
