import type { SectionStatement, Vocabulary } from "@assurance-case/model";

interface Sentence {
  readonly text: string;
  readonly line: number;
}

/** Reads sentences as vocabulary terms; one without any is left out. */
export type ReadStatements = (sentences: readonly Sentence[]) => readonly SectionStatement[];

/** A reader for a vocabulary: its forms are whole words, in any case, a hyphen like a space. */
export function statementReader(vocabulary: Pick<Vocabulary, "terms" | "negations" | "options">): ReadStatements {
  const terms = Object.entries(vocabulary.terms).map(([term, forms]) => [term, forms.map(needleOf)] as const);
  const negations = vocabulary.negations.map(needleOf);
  const options = vocabulary.options.map(needleOf);
  return (sentences) =>
    sentences.flatMap(({ text, line }) => {
      const words = ` ${wordsOf(text)} `;
      const says = (needles: readonly string[]): boolean => needles.some((needle) => words.includes(needle));
      const found = terms.filter(([, needles]) => says(needles)).map(([term]) => term);
      if (found.length === 0) return [];
      return [{ line, terms: found.sort(), negated: says(negations), optional: says(options) || /\?\W*$/u.test(text) }];
    });
}

/** What to look for among words. A form such as "n't" is the end of a word. */
function needleOf(form: string): string {
  const words = wordsOf(form);
  return words.startsWith("n't") ? `${words} ` : ` ${words} `;
}

/** The words of a text with one space between, lower case. */
function wordsOf(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[‘’ʼ]/g, "'")
    .replace(/[^\p{L}\p{M}\p{N}_']+|(?<![\p{L}\p{N}])'+|'s?(?![\p{L}\p{N}])/gu, " ")
    .replace(/ +/g, " ")
    .trim();
}
