import { type Block, type Heading, isText, type MarkdownDocument, textOf } from "@assurance-case/markdown";
import { digestText, type Statement } from "@assurance-case/model";
import { startingWithin } from "./spans.ts";

/** Inline text as a statement's: white space collapsed. */
export function statementText(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** What the sections under matching headings say: their list items, or their paragraphs when they have none. */
export function statementsUnder(document: MarkdownDocument, heading: RegExp): Statement[] {
  const sections = document.headings.filter(({ text }) => heading.test(text));
  const blocks = outermost(sections).flatMap((section) => blocksOf(document, section));
  return blocks.map(statementOf).filter(({ statement }) => statement !== "");
}

/** What the case assumes: bullets labelled so, wherever they stand, and sections of that name. */
export function assumptionsOf(document: MarkdownDocument): Statement[] {
  const under = statementsUnder(document, /\bassumptions?\b/i);
  const labelled = paragraphsOf(document).map(statementOf);
  const bullets = labelled.filter(({ label, statement }) => /^assumptions?$/i.test(label ?? "") && statement !== "");
  const seen = new Set(under.map(({ line }) => line));
  return [...under, ...bullets.filter(({ line }) => !seen.has(line))].toSorted((one, other) => one.line - other.line);
}

/** The statement of the goal: the first quotation below its heading, else the first paragraph. */
export function goalStatement(document: MarkdownDocument, heading: Heading, id: string): Statement | undefined {
  const end = document.headings.find(({ start }) => start > heading.start)?.start ?? document.text.length;
  const within = startingWithin(document.blocks, heading.end, end);
  const block = within.find(({ kind }) => kind === "quote") ?? within.find(({ kind }) => kind === "paragraph");
  if (block === undefined) return undefined;
  const paragraphs = startingWithin(document.blocks, block.start, block.end).filter(({ kind }) => kind === "paragraph");
  const statement = statementText(paragraphs.map(textOf).join(" "));
  const { line, column } = block;
  return statement === "" ? undefined : { id, line, column, statement, statementDigest: digestText(statement) };
}

export function paragraphsOf({ blocks }: MarkdownDocument): readonly Block[] {
  return blocks.filter(({ kind }) => kind === "paragraph");
}

/** The bold words that a paragraph starts with. */
export function boldStart({ inlines }: Block): string {
  const end = inlines.findIndex(({ isBold }) => !isBold);
  const bold = end < 0 ? inlines : inlines.slice(0, end);
  return bold
    .filter(isText)
    .map(({ text }) => text)
    .join("");
}

/** A section inside another that matches too is told once. */
function outermost(sections: readonly Heading[]): readonly Heading[] {
  return sections.filter((inner) => !sections.some((outer) => outer.start < inner.start && inner.start < outer.sectionEnd));
}

function blocksOf(document: MarkdownDocument, section: Heading): readonly Block[] {
  const within = startingWithin(document.blocks, section.end, section.sectionEnd);
  const items = within.filter(
    ({ kind, parent }, index) => kind === "paragraph" && parent?.kind === "item" && within[index - 1] === parent,
  );
  return items.length > 0 ? items : within.filter(({ kind }) => kind === "paragraph");
}

/** A paragraph as a statement: a bold lead is its label. */
function statementOf(paragraph: Block): Statement {
  const lead = boldStart(paragraph);
  const label = statementText(lead).replace(/\s*[:.–—-]+$/, "");
  const statement = statementText(
    textOf(paragraph)
      .slice(lead.length)
      .replace(/^\s*[:–—-]\s*/, ""),
  );
  const { line, column } = paragraph;
  return { ...(label === "" ? {} : { label }), line, column, statement, statementDigest: digestText(statement) };
}
