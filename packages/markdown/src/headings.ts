import GithubSlugger from "github-slugger";
import type { Block, Heading } from "./document.ts";
import { htmlParts } from "./html.ts";
import { lineAt } from "./lines.ts";
import { textOf } from "./text.ts";

type Found = Omit<Heading, "slug" | "sectionEnd" | "endOfSectionLine"> & { readonly container: number };

/** GitHub gives a heading that is written in HTML an anchor as well. */
const HTML_HEADING = /<h([1-6])\b[^<>]*>([\s\S]{0,1000}?)<\/h\1\s*>/gi;

/** The headings of a document, with the anchors that GitHub gives them and the ends of their sections. */
export function headingsOf(blocks: readonly Block[], text: string, lineStarts: readonly number[]): readonly Heading[] {
  const slugger = new GithubSlugger();
  const found = blocks.flatMap(headingsAt);
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

function headingsAt(block: Block): readonly Found[] {
  const container = block.parent?.end ?? Number.POSITIVE_INFINITY;
  const { kind, line, column, start, end, depth, inlines } = block;
  if (kind === "heading") return [{ line, column, start, end, depth, text: textOf(block), container }];
  return inlines.flatMap((inline) =>
    htmlParts(inline, HTML_HEADING).map(({ match, ...place }) => {
      const text = (match[2] ?? "")
        .replace(/<[^<>]*>/g, "")
        .replace(/\s+/g, " ")
        .trim();
      return { ...place, end: inline.placeAt(match.index + match[0].length).start, depth: Number(match[1]), text, container };
    }),
  );
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
