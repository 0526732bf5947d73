import type { DoubleQuotedChild, Word, WordPart } from "unbash";
import { hasExpression } from "./expression.ts";

/** The text of a word without its quotes; null when the shell or GitHub computes it. */
export function staticText(word: Word): string | null {
  if (hasExpression(word.text)) return null;
  return word.parts === undefined ? word.value : joined(word.parts);
}

function joined(parts: readonly (WordPart | DoubleQuotedChild)[]): string | null {
  let text = "";
  for (const part of parts) {
    const value = partText(part);
    if (value === null) return null;
    text += value;
  }
  return text;
}

function partText(part: WordPart): string | null {
  if (part.type === "Literal" || part.type === "SingleQuoted" || part.type === "AnsiCQuoted") return part.value;
  return part.type === "DoubleQuoted" ? joined(part.parts) : null;
}
