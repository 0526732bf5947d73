/**
 * Text that is safe on a terminal: what a target wrote can hold escape sequences, bidirectional overrides and line
 * breaks, and must neither colour, move nor reorder what stands beside it.
 */
export function printable(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\t\n\v\f\r]+/gu, " ")
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}
