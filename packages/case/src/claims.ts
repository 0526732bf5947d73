import { type Block, type Heading, isText, type Link, type MarkdownDocument, textOf } from "@assurance-case/markdown";
import { type Claim, digestText, type EvidenceLink } from "@assurance-case/model";
import { claimLead } from "./identifiers.ts";
import { firstFrom, startingWithin } from "./spans.ts";
import { boldStart, paragraphsOf, statementText } from "./statements.ts";
import type { StrategySection } from "./strategies.ts";
import { resolveTarget } from "./target.ts";

/** A claim as found, before its links are told from those of the next one. */
interface ClaimText {
  readonly id: string;
  readonly statement: string;
  readonly line: number;
  readonly column: number;
  readonly start: number;
  /** Links from here on are evidence. */
  readonly evidenceStart: number;
  readonly end: number;
}

/** A label that parts the statement from its evidence. */
const EVIDENCE = /(?:^|\s)(?:Primary\s+|Supporting\s+)?Evidence(?:\s+[Rr]eferences?)?\s*:/;

/** The claims of the body: list items, paragraphs or headings that start with a claim's identifier. */
export function claimsOf(document: MarkdownDocument, strategies: readonly StrategySection[], path: string): Claim[] {
  const texts = [...claimHeadings(document), ...claimParagraphs(document)].toSorted((one, other) => one.start - other.start);
  return texts.map((text, index) => {
    const next = texts[index + 1]?.start ?? document.text.length;
    const heading = document.headings[firstFrom(document.headings, text.start + 1)]?.start ?? document.text.length;
    const end = Math.min(text.end, next, heading);
    const strategy = strategies.findLast(({ start, end: last }) => start <= text.start && text.start < last);
    const links = startingWithin(document.links, text.evidenceStart, end);
    const { id, line, column, statement } = text;
    return {
      id,
      ...(strategy === undefined ? {} : { strategy: strategy.id }),
      line,
      column,
      statement,
      statementDigest: digestText(statement),
      links: links.map((link) => evidenceLink(path, link, "body")),
    };
  });
}

/** Where a bold lead says that a claim follows, and no identifier does. */
export function claimsWithoutId(document: MarkdownDocument): readonly { readonly line: number; readonly column: number }[] {
  return paragraphsOf(document).filter((block) => boldStart(block) !== "" && /^\s*claim\s*[:.–—]/i.test(textOf(block)));
}

/** A link of the document as evidence. */
export function evidenceLink(path: string, link: Link, source: EvidenceLink["source"]): EvidenceLink {
  return { ...resolveTarget(path, link.url), source, line: link.line, column: link.column };
}

function claimParagraphs(document: MarkdownDocument): readonly ClaimText[] {
  return paragraphsOf(document).flatMap((paragraph) => {
    const text = textOf(paragraph);
    const bold = boldStart(paragraph);
    const lead = claimLead(text, bold);
    if (lead === undefined || !(bold !== "" || /^\s*(?:sub-?)?claim\b/i.test(text))) return [];
    return [claimParagraph(paragraph, text, lead.id, lead.length, document.text.length)];
  });
}

function claimParagraph(paragraph: Block, text: string, id: string, lead: number, endOfText: number): ClaimText {
  const { line, column, start, parent } = paragraph;
  const label = EVIDENCE.exec(text.slice(lead));
  const at = label === null ? text.length : lead + label.index;
  return {
    id,
    statement: statementText(text.slice(lead, at)),
    line,
    column,
    start,
    evidenceStart: label === null ? start : startOfPart(paragraph, at),
    end: parent?.kind === "item" ? parent.end : endOfText,
  };
}

/** Without words of its own behind the identifier, a heading's claim is the first paragraph below it. */
function claimHeadings(document: MarkdownDocument): readonly ClaimText[] {
  return document.headings.flatMap((heading) => {
    const lead = claimLead(heading.text);
    if (lead === undefined) return [];
    const { line, column, end } = heading;
    const own = statementText(heading.text.slice(lead.length));
    const statement = own === "" ? firstParagraph(document, heading) : own;
    return [{ id: lead.id, statement, line, column, start: end, evidenceStart: end, end: heading.sectionEnd }];
  });
}

function firstParagraph(document: MarkdownDocument, heading: Heading): string {
  const within = startingWithin(document.blocks, heading.end, heading.sectionEnd);
  const paragraph = within.find(({ kind }) => kind === "paragraph");
  return paragraph === undefined ? "" : statementText(textOf(paragraph).split(EVIDENCE)[0] ?? "");
}

/** Where the part that holds a character of a paragraph's text starts: of a link's text, where the link does. */
function startOfPart({ inlines, end }: Block, character: number): number {
  let before = 0;
  let link = end;
  for (const inline of inlines) {
    if (inline.kind === "link") link = inline.start;
    if (isText(inline)) before += inline.text.length;
    if (character < before) return inline.inLink ? link : inline.start;
  }
  return end;
}
