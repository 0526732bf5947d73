import { type Heading, inlineText, type MarkdownDocument, type MarkdownNode, placeOf, walk } from "@assurance-case/markdown";
import { digestText, type Statement } from "@assurance-case/model";

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
  const within = [...walk(document.root)].map(({ node }) => node).filter((node) => isBetween(node, heading.end, end));
  const block = within.find(({ type }) => type === "blockquote") ?? within.find(({ type }) => type === "paragraph");
  if (block === undefined) return undefined;
  const paragraphs = [...walk(block)].map(({ node }) => node).filter(({ type }) => type === "paragraph");
  const statement = statementText(paragraphs.map(inlineText).join(" "));
  const { line, column } = placeOf(block);
  return statement === "" ? undefined : { id, line, column, statement, statementDigest: digestText(statement) };
}

/** A section inside another that matches too is told once. */
function outermost(sections: readonly Heading[]): readonly Heading[] {
  return sections.filter((inner) => !sections.some((outer) => outer.start < inner.start && inner.start < outer.sectionEnd));
}

function blocksOf(document: MarkdownDocument, section: Heading): readonly MarkdownNode[] {
  const visits = [...walk(document.root)].filter(({ node }) => isBetween(node, section.end, section.sectionEnd));
  const paragraphs = visits.filter(({ node }) => node.type === "paragraph");
  const items = paragraphs.filter(({ node, parent }) => parent?.node.type === "listItem" && parent.node.children[0] === node);
  return (items.length > 0 ? items : paragraphs).map(({ node }) => node);
}

function paragraphsOf(document: MarkdownDocument): readonly MarkdownNode[] {
  return [...walk(document.root)].map(({ node }) => node).filter(({ type }) => type === "paragraph");
}

function isBetween(node: MarkdownNode, start: number, end: number): boolean {
  const place = placeOf(node);
  return place.start >= start && place.start < end;
}

/** A paragraph as a statement: a bold lead is its label. */
function statementOf(paragraph: MarkdownNode): Statement {
  const first = "children" in paragraph ? paragraph.children[0] : undefined;
  const lead = first?.type === "strong" ? inlineText(first) : "";
  const label = statementText(lead).replace(/\s*[:.–—-]+$/, "");
  const statement = statementText(
    inlineText(paragraph)
      .slice(lead.length)
      .replace(/^\s*[:–—-]\s*/, ""),
  );
  const { line, column } = placeOf(paragraph);
  return { ...(label === "" ? {} : { label }), line, column, statement, statementDigest: digestText(statement) };
}
