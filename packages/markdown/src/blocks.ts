import type { Block, BlockKind, Inline } from "./document.ts";
import { inlinesOf } from "./inlines.ts";
import { lineAt, type Place, startsOfLines } from "./lines.ts";
import { offsetOf, type Token, tokensOf } from "./tokens.ts";

const CONTAINERS: Readonly<Record<string, BlockKind>> = {
  blockquote: "quote",
  li: "item",
  table: "table",
  tr: "row",
};

/** A text, and as the parser sees it: with line feeds only, and blank lines for its front matter. */
interface Source {
  readonly text: string;
  readonly starts: readonly number[];
  readonly parsed: string;
  readonly parsedStarts: readonly number[];
}

/** The blocks of a text. Throws a RangeError when they are nested too deeply. */
export function blocksOf(text: string, starts: readonly number[], frontMatterEnd: number): readonly Block[] {
  const blank = text.slice(0, frontMatterEnd).replace(/[^\r\n]/g, "");
  const parsed = (blank + text.slice(frontMatterEnd)).replace(/\r\n?/g, "\n");
  const source = { text, starts, parsed, parsedStarts: startsOfLines(parsed) };
  const blocks: Block[] = [];
  const parents: Block[] = [];
  let opener: Token | undefined;
  for (const token of tokensOf(parsed)) {
    const container = CONTAINERS[token.tag];
    if (token.type === "inline" || token.type === "html_block") blocks.push(contentBlock(source, token, opener, parents.at(-1)));
    else if (container !== undefined && token.nesting > 0) {
      const { end, ...place } = spanOf(source, token);
      const block: Block = { kind: container, ...place, depth: 0, end, parent: parents.at(-1), inlines: [] };
      blocks.push(block);
      parents.push(block);
    } else if (container !== undefined) parents.pop();
    if (token.nesting > 0) opener = token;
  }
  return blocks;
}

function contentBlock(source: Source, content: Token, opener: Token | undefined, parent: Block | undefined): Block {
  const placeOf = (offset: number) => placeIn(source, offsetOf(content, offset));
  const inlines: readonly Inline[] = inlinesOf(content, placeOf);
  if (content.type === "html_block") return { kind: "html", ...spanOf(source, content), depth: 0, parent, inlines };
  if (opener === undefined || opener.tag === "tr") {
    const end = placeOf(content.content.length).start;
    return { kind: "cell", ...placeOf(0), depth: 0, end, parent, inlines };
  }
  const isHeading = opener.type === "heading_open";
  const depth = isHeading ? Number(opener.tag.slice(1)) : 0;
  return { kind: isHeading ? "heading" : "paragraph", ...spanOf(source, opener), depth, parent, inlines };
}

/** From where a block starts to the end of its last line that is not blank. */
function spanOf(source: Source, token: Token): Place & { readonly end: number } {
  const { text, starts } = source;
  const { line, column, start } = placeIn(source, offsetOf(token));
  const end = starts[token.map?.[1] ?? line] ?? text.length;
  return { line, column, start, end: start + text.slice(start, end).trimEnd().length };
}

function placeIn({ starts, parsedStarts }: Source, offset: number): Place {
  const line = lineAt(parsedStarts, offset);
  const column = offset - (parsedStarts[line - 1] ?? 0) + 1;
  return { line, column, start: (starts[line - 1] ?? 0) + column - 1 };
}
