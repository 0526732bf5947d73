import {
  type Heading,
  inlineText,
  type Link,
  type MarkdownDocument,
  type MarkdownNode,
  placeOf,
  type Visit,
  walk,
} from "@assurance-case/markdown";
import { type Claim, digestText, type EvidenceLink } from "@assurance-case/model";
import { claimLead } from "./identifiers.ts";
import { firstFrom, startingWithin } from "./spans.ts";
import { statementText } from "./statements.ts";
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
  return [...walk(document.root)]
    .filter(({ node }) => node.type === "paragraph" && boldStart(node) !== "")
    .filter(({ node }) => /^\s*claim\s*[:.–—]/i.test(inlineText(node)))
    .map(({ node }) => placeOf(node));
}

/** A link of the document as evidence. */
export function evidenceLink(path: string, link: Link, source: EvidenceLink["source"]): EvidenceLink {
  return { ...resolveTarget(path, link.url), source, line: link.line, column: link.column };
}

function claimParagraphs(document: MarkdownDocument): readonly ClaimText[] {
  return [...walk(document.root)].flatMap((visit) => {
    const { node } = visit;
    if (node.type !== "paragraph") return [];
    const text = inlineText(node);
    const bold = boldStart(node);
    const lead = claimLead(text, bold);
    if (lead === undefined || !(bold !== "" || /^\s*(?:sub-?)?claim\b/i.test(text))) return [];
    return [claimParagraph(visit, text, lead.id, lead.length, document.text.length)];
  });
}

function claimParagraph(visit: Visit, text: string, id: string, lead: number, endOfText: number): ClaimText {
  const { node, parent } = visit;
  const { line, column, start } = placeOf(node);
  const label = EVIDENCE.exec(text.slice(lead));
  const at = label === null ? text.length : lead + label.index;
  const item = parent?.node.type === "listItem" ? parent.node : undefined;
  return {
    id,
    statement: statementText(text.slice(lead, at)),
    line,
    column,
    start,
    evidenceStart: label === null ? start : offsetOf(node, at),
    end: item === undefined ? endOfText : placeOf(item).end,
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
  for (const { node } of walk(document.root)) {
    const { start } = placeOf(node);
    if (start >= heading.sectionEnd) break;
    if (node.type === "paragraph" && start >= heading.end) return statementText(inlineText(node).split(EVIDENCE)[0] ?? "");
  }
  return "";
}

/** The bold words that a paragraph starts with. */
function boldStart(paragraph: MarkdownNode): string {
  const first = "children" in paragraph ? paragraph.children[0] : undefined;
  return first?.type === "strong" ? inlineText(first) : "";
}

/** Where the child that holds a character of a paragraph's text starts. */
function offsetOf(paragraph: MarkdownNode, character: number): number {
  let before = 0;
  for (const child of "children" in paragraph ? paragraph.children : []) {
    before += inlineText(child).length;
    if (character < before) return placeOf(child).start;
  }
  return placeOf(paragraph).end;
}
