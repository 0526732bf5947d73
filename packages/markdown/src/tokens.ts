import MarkdownIt, { type MarkdownIt as Parser, type StateBlock, type StateInline, type Token } from "markdown-it";
import { countUpTo, lineAt, startsOfLines } from "./lines.ts";

export type { Token };

/** From an offset in a token's content to the one in the text. */
type OffsetOf = (offset: number) => number;
type BlockRule = ReturnType<Parser["block"]["ruler"]["getRules"]>[number];

/** Levels of blocks; a list and its item are two. */
const MAX_DEPTH = 100;
/** What is nested deeper than the parser's own limit would be left out without a word. */
const OPTIONS = { maxNesting: MAX_DEPTH + 4 };
/** Lists in lists make very many blocks of few lines. */
const MAX_TOKENS = 400_000;

const offsets = new WeakMap<Token, OffsetOf>();
let parser: Parser | undefined;

/**
 * The block tokens of a text whose lines end with a line feed; of a table only its rows, and in them the contents of
 * the cells. A token of inline content has where it stands in its block's content as its map.
 */
export function tokensOf(text: string): readonly Token[] {
  parser ??= createParser();
  return parser.parse(text, {});
}

/** Where something of a token's content stands in the text; without an offset, where the token starts. */
export function offsetOf(token: Token, offset = 0): number {
  return offsets.get(token)?.(offset) ?? 0;
}

function createParser(): Parser {
  const markdown = new MarkdownIt("commonmark", OPTIONS).enable("table");
  // Addresses stay as they are written: what they lead to is not the reader's business.
  markdown.normalizeLink = (url) => url;
  markdown.normalizeLinkText = (url) => url;
  markdown.validateLink = () => true;
  positionInlines(markdown);
  positionBlocks(markdown);
  return markdown;
}

function positionInlines({ inline }: Parser): void {
  inline.State = class extends inline.State {
    override push(...[type, tag, nesting]: Parameters<StateInline["push"]>): Token {
      const token = super.push(type, tag, nesting);
      token.map = [this.pos, this.pos];
      return token;
    }

    override pushPending(): Token {
      const start = Math.max(this.pos - this.pending.length, 0);
      const token = super.pushPending();
      token.map = [start, this.pos];
      return token;
    }
  };
}

/** While a rule's containers are open, the state tells where the content of its lines starts. */
function positionBlocks({ block: { ruler } }: Parser): void {
  const getRules = ruler.getRules.bind(ruler);
  const rules = getRules("").map(positioned);
  ruler.getRules = (chain) => (chain === "" ? rules : getRules(chain));
}

function positioned(rule: BlockRule): BlockRule {
  return (state, line, endLine, silent) => {
    if (state.level > MAX_DEPTH || state.tokens.length > MAX_TOKENS) throw new RangeError("The document has too many blocks.");
    const first = state.tokens.length;
    if (!rule(state, line, endLine, silent)) return false;
    for (let index = first; index < state.tokens.length; index++) positionToken(state, index);
    if (state.tokens[first]?.type === "table_open") keepRows(state, first);
    return true;
  };
}

/** Rules of containers come last, when those of their contents have been here. */
function positionToken(state: StateBlock, index: number): void {
  const token = state.tokens[index];
  if (token?.map == null || offsets.has(token)) return;
  const start = startOf(state, token.map[0]);
  const marker = state.tokens[index - 1]?.markup ?? "";
  if (token.type === "inline" && marker.startsWith("#")) {
    const content = state.src.indexOf(token.content, start + marker.length);
    offsets.set(token, (offset) => content + offset);
  } else if (token.type === "inline" || token.type === "html_block")
    offsets.set(token, offsetInLines(state, token.content, token.map));
  else offsets.set(token, () => start);
}

function startOf({ bMarks, tShift }: StateBlock, line: number): number {
  return (bMarks[line] ?? 0) + (tShift[line] ?? 0);
}

/** Lines of content have lost the markers of containers, and may have kept indentation. */
function offsetInLines(state: StateBlock, content: string, [first, end]: readonly [number, number]): OffsetOf {
  const starts = Array.from({ length: end - first }, (_, below) => startOf(state, first + below));
  const own = startsOfLines(content);
  return (offset) => {
    const line = lineAt(own, offset) - 1;
    const ownStart = own[line] ?? 0;
    let indented = ownStart;
    while (content[indented] === " " || content[indented] === "\t") indented++;
    return (starts[line] ?? starts.at(-1) ?? 0) + Math.max(offset - indented, 0);
  };
}

/** Leaves of a table its rows with all cells that are written, those beyond the columns of its head too. */
function keepRows(state: StateBlock, first: number): void {
  const tokens = state.tokens.splice(first);
  for (const token of tokens) {
    if (token.tag === "table" || token.tag === "tr") state.tokens.push(token);
    if (token.type === "tr_open") for (const cell of cellsOf(state, token)) state.tokens.push(cell);
  }
}

/** Split as the table rule does: a pipe behind a backslash is none, and the backslash is left out. */
function cellsOf(state: StateBlock, row: Token): readonly Token[] {
  let start = offsetOf(row);
  const line = state.src.slice(start, state.eMarks[row.map?.[0] ?? 0]).trim();
  const cells = line.split(/(?<!\\)\|/).map((part) => {
    const cell = new state.Token("inline", "", 0);
    cell.children = [];
    cell.content = part.trim().replaceAll("\\|", "|");
    offsets.set(cell, offsetInCell(part.trim(), start + part.length - part.trimStart().length));
    start += part.length + 1;
    return { cell, part };
  });
  if (cells[0]?.part === "") cells.shift();
  if (cells.at(-1)?.part === "") cells.pop();
  return cells.map(({ cell }) => cell);
}

function offsetInCell(written: string, start: number): OffsetOf {
  const escapes = [...written.matchAll(/\\\|/g)].map(({ index }, before) => index - before);
  return (offset) => start + offset + countUpTo(escapes, offset - 1);
}
