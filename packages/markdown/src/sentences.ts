import type { Block, Inline } from "./document.ts";
import { countUpTo } from "./lines.ts";
import { blocksIn, type Section } from "./sections.ts";
import { isText } from "./text.ts";

export interface Sentence {
  readonly text: string;
  /** The line where it starts, from 1. */
  readonly line: number;
}

/** Segmenters end a sentence after these when a capital follows. */
const ABBREVIATION = /(?:^|[\s([])(?:e\.g|i\.e|cf|vs|etc|approx|incl|no|fig|sec|dr|mr|mrs|ms|st)\.\s*$/i;

/** V8 takes quadratic time to segment a text; no paragraph that is meant to be read is longer. */
const MAX_SEGMENTED = 8192;

let segmenter: Intl.Segmenter | undefined;

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
  const found: [number, number][] = [];
  for (const [index, end] of segments(shape)) {
    const last = found.at(-1);
    if (last !== undefined && ABBREVIATION.test(shape.slice(Math.max(last[0], last[1] - 12), last[1]))) last[1] = end;
    else found.push([index, end]);
  }
  return found;
}

function* segments(shape: string): Generator<readonly [number, number]> {
  // It takes 13 ms to create, and a case alone needs none.
  segmenter ??= new Intl.Segmenter("en", { granularity: "sentence" });
  for (let from = 0; from < shape.length; from += MAX_SEGMENTED) {
    for (const { segment, index } of segmenter.segment(shape.slice(from, from + MAX_SEGMENTED)))
      yield [from + index, from + index + segment.length];
  }
}
