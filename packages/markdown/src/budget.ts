import type { Options } from "mdast-util-from-markdown";

type Extension = Exclude<NonNullable<Options["extensions"]>[number], readonly unknown[]>;
type Construct = Exclude<NonNullable<Extension["text"]>[string], readonly unknown[] | undefined>;
type Tokenize = Construct["tokenize"];
type Context = ThisParameterType<Tokenize>;

/** Units of work, each about 25 ns of micromark, that a document may take beyond what grows with its length. */
const UNITS = 40_000_000;
/** Measured: an underline of a heading walks all events so far, a new container walks the open ones. */
const PER_UNDERLINE_LINE = 11;
const PER_CONTAINER_COLUMN = 60;
const PER_PREFIX_COLUMN = 1.5;
const PER_TABLE_CELL = 500;

const MAX_LINES = 40_000;

/** Work that can be told from the text alone: indentation of continued containers, and openers that are searched to the end of their block. */
export function exceedsBudget(text: string): boolean {
  let units = PER_TABLE_CELL * (text.split("|").length - 1);
  let lines = 0;
  for (const block of text.split(/(?:\r?\n|\r)[\t ]*(?:\r?\n|\r)/)) {
    units += (block.match(/<[!?]/g)?.length ?? 0) * block.length;
    for (const line of block.split(/\r?\n|\r/)) {
      lines++;
      const prefix = /^[\t >*+\-.)\d]*/.exec(line)?.[0] ?? "";
      units += PER_PREFIX_COLUMN * (prefix.length + 3 * (prefix.split("\t").length - 1)) ** 2;
    }
  }
  return units > UNITS || lines > MAX_LINES;
}

/**
 * Constructs that never match and only count. micromark is quadratic in delimiters of one text, in nested
 * containers and in setext headings: counting where it looks for them is exact, and throwing stops it.
 */
export function budgetExtension(): Extension {
  let units = 0;
  const delimiters = new WeakMap<object, number>();
  const counting = (cost: (context: Context) => number): Construct => ({
    name: "budget",
    add: "before",
    tokenize(_effects, _ok, nok) {
      return (code) => {
        units += cost(this);
        if (units > UNITS) throw new RangeError("The document takes too much work to parse.");
        return nok(code);
      };
    },
  });
  const delimiter = counting((context) => {
    const count = (delimiters.get(context) ?? 0) + 1;
    delimiters.set(context, count);
    return count;
  });
  const container = counting((context) => PER_CONTAINER_COLUMN * context.now().column);
  const underline = counting((context) => PER_UNDERLINE_LINE * context.now().line);
  return {
    document: forCharacters(">*+-0123456789", container),
    flow: forCharacters("=-", underline),
    text: forCharacters("*_[]!<", delimiter),
  };
}

function forCharacters(characters: string, construct: Construct): Record<string, Construct> {
  return Object.fromEntries([...characters].map((character) => [character.charCodeAt(0), construct]));
}
