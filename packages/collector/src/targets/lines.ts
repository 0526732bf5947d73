import { digestText, type Section } from "@assurance-case/model";

const LINES = /^L(\d{1,9})(?:C\d+)?(?:-L?(\d{1,9})(?:C\d+)?)?$/;

/** Lines of a text; a line ending at its end starts no line. */
export function countLines(text: string): number {
  if (text === "") return 0;
  return text.split(/\r\n|\n|\r/).length - (/[\r\n]$/.test(text) ? 1 : 0);
}

/** The lines that an anchor such as `L10` or `L10-L20` names; undefined when it names none or the text is shorter. */
export function lineSection(text: string, anchor: string): Section | undefined {
  const match = LINES.exec(anchor);
  if (match === null) return undefined;
  const ends = [Number(match[1]), Number(match[2] ?? match[1])];
  const line = Math.min(...ends);
  const endLine = Math.max(...ends);
  if (line < 1 || endLine > countLines(text)) return undefined;
  const source = text
    .split(/\r\n|\n|\r/)
    .slice(line - 1, endLine)
    .join("\n");
  const words = source.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return { line, endLine, digest: digestText(source), words, links: 0, images: 0, statements: [] };
}
