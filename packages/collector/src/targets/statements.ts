import type { SectionStatement, Vocabulary } from "@assurance-case/model";

interface Sentence {
  readonly text: string;
  readonly line: number;
}

/** Reads sentences as vocabulary terms; one without any is left out. */
export type ReadStatements = (sentences: readonly Sentence[]) => readonly SectionStatement[];

/** A reader for a vocabulary: its forms are whole words, in any case, a hyphen like a space. */
export function statementReader(vocabulary: Pick<Vocabulary, "terms" | "negations" | "options">): ReadStatements {
  const terms = Object.entries(vocabulary.terms).map(([term, forms]) => [term, patternOf(forms)] as const);
  const negations = patternOf(vocabulary.negations);
  const options = patternOf(vocabulary.options);
  return (sentences) =>
    sentences.flatMap(({ text, line }) => {
      const words = normalised(text);
      const found = terms.filter(([, pattern]) => pattern.test(words)).map(([term]) => term);
      if (found.length === 0) return [];
      return [{ line, terms: found.sort(), negated: negations.test(words), optional: options.test(words) }];
    });
}

/** One pattern for all forms, matched on normalised text. A form such as "n't" is the end of a word. */
function patternOf(forms: readonly string[]): RegExp {
  const alternatives = forms.map((form) => {
    const escaped = normalised(form).replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
    return escaped.startsWith("n't") ? escaped : String.raw`(?<![\p{L}\p{N}_])${escaped}`;
  });
  return alternatives.length === 0 ? /(?!)/ : new RegExp(String.raw`(?:${alternatives.join("|")})(?![\p{L}\p{N}_])`, "u");
}

function normalised(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[‘’ʼ]/g, "'")
    .replace(/[\s\-‐‑]+/g, " ")
    .trim();
}
