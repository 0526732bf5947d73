import type { Nodes } from "mdast";
import { nodesOf, type Section } from "./sections.ts";
import { placeOf, walk } from "./tree.ts";

export interface Sentence {
  readonly text: string;
  /** The line where it starts, from 1. */
  readonly line: number;
}

interface Piece {
  readonly text: string;
  readonly line: number;
  readonly isCode: boolean;
}

/** Segmenters end a sentence after these when a capital follows. */
const ABBREVIATION = /(?:^|[\s([])(?:e\.g|i\.e|cf|vs|etc|approx|incl|no|fig|sec|dr|mr|mrs|ms|st)\.\s*$/i;

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/** The sentences of a section's paragraphs, list items, table cells and quotes, in order: no headings, code or HTML. */
export function sentences(section: Section): readonly Sentence[] {
  return [...nodesOf(section)].flatMap(({ node }) =>
    node.type === "paragraph" || node.type === "tableCell" ? sentencesOf(node) : [],
  );
}

function sentencesOf(block: Nodes): readonly Sentence[] {
  const pieces = piecesOf(block);
  const text = pieces.map((piece) => piece.text).join("");
  // Punctuation in code ends no sentence, and a line ending none either.
  const shape = pieces
    .map((piece) => (piece.isCode ? "X".repeat(piece.text.length) : piece.text))
    .join("")
    .replace(/\s/g, " ");
  return boundaries(shape).flatMap(([start, end]) => {
    const sentence = text.slice(start, end);
    const trimmed = sentence.replace(/\s+/g, " ").trim();
    return trimmed === "" ? [] : [{ text: trimmed, line: lineAt(pieces, start + sentence.length - sentence.trimStart().length) }];
  });
}

function piecesOf(block: Nodes): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const { node } of walk(block)) {
    const { line } = placeOf(node);
    if (node.type === "text" || node.type === "inlineCode")
      pieces.push({ text: node.value, line, isCode: node.type === "inlineCode" });
    if (node.type === "break") pieces.push({ text: "\n", line, isCode: false });
  }
  return pieces;
}

function boundaries(shape: string): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (const { segment, index } of segmenter.segment(shape)) {
    const last = found.at(-1);
    if (last !== undefined && ABBREVIATION.test(shape.slice(Math.max(last[0], last[1] - 12), last[1])))
      last[1] = index + segment.length;
    else found.push([index, index + segment.length]);
  }
  return found;
}

function lineAt(pieces: readonly Piece[], offset: number): number {
  let before = offset;
  for (const piece of pieces) {
    if (before < piece.text.length) return piece.line + piece.text.slice(0, before).split("\n").length - 1;
    before -= piece.text.length;
  }
  return pieces.at(-1)?.line ?? 1;
}
