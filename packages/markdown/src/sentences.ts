import type { Block, Inline } from "./document.ts";
import { countUpTo } from "./lines.ts";
import { blocksIn, type Section } from "./sections.ts";
import { isText } from "./text.ts";

export interface Sentence {
  readonly text: string;
  /** The line where it starts, from 1. */
  readonly line: number;
}

/**
 * Where a sentence ends: its mark, what closes after it, and white space, with no lower case letter behind it. Not by
 * Intl.Segmenter: another release of its rules would change what the same commit says, and it takes 13 ms to start.
 */
// The look behind keeps it linear in a run of marks.
const END = /(?<![.!?\u2026\u3002])(?<mark>[.!?\u2026\u3002]+)["'\u2019\u201d)\]]*\s+(?=(?<next>.))/gsu;
const LOWER_CASE = /^\p{Ll}/u;
/** No sentence ends after these. */
const ABBREVIATION = /(?:^|[\s([])(?:e\.g|i\.e|cf|vs|etc|approx|incl|no|fig|sec|dr|mr|mrs|ms|st)\.$/i;

/** The sentences of a section's paragraphs, list items, table cells and quotes, in order: no headings, code or HTML. */
export function sentences(section: Section): readonly Sentence[] {
  return blocksIn(section).flatMap((block) => (block.kind === "paragraph" || block.kind === "cell" ? sentencesOf(block) : []));
}

function sentencesOf({ inlines }: Block): readonly Sentence[] {
  const pieces = inlines.filter(isText);
  const text = pieces.map((piece) => piece.text).join("");
  // Punctuation in code ends no sentence, and a line ending none either.
  const shape = pieces
    .map((piece) => (piece.kind === "code" ? "X".repeat(piece.text.length) : piece.text))
    .join("")
    .replace(/\s/g, " ");
  const starts = startsOf(pieces);
  return boundaries(shape).flatMap(([start, end]) => {
    const sentence = text.slice(start, end);
    const trimmed = sentence.replace(/\s+/g, " ").trim();
    const first = start + sentence.length - sentence.trimStart().length;
    return trimmed === "" ? [] : [{ text: trimmed, line: pieces[countUpTo(starts, first) - 1]?.line ?? 1 }];
  });
}

/** Where pieces start in the text that they make up. */
function startsOf(pieces: readonly Inline[]): readonly number[] {
  let length = 0;
  return pieces.map(({ text }) => {
    length += text.length;
    return length - text.length;
  });
}

function boundaries(shape: string): readonly (readonly [number, number])[] {
  const ends = [...shape.matchAll(END)]
    .filter(({ index, groups: { mark = "", next = "" } = {} }) => {
      const before = shape.slice(Math.max(index - 12, 0), index + mark.length);
      return !LOWER_CASE.test(next) && !ABBREVIATION.test(before);
    })
    .map(({ index, 0: { length } }) => index + length);
  return [...ends, shape.length].map((end, number) => [ends[number - 1] ?? 0, end] as const);
}
