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

/** JSON that is safe on a terminal: the same value, with what steers a terminal or reorders text as escapes. */
export function printableJson(json: string): string {
  return json.replace(/(?!\n)[\p{Cc}\p{Cf}\u2028\u2029]/gu, (character) =>
    character
      .split("")
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
      .join(""),
  );
}
