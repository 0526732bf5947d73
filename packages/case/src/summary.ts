import { inlineText, type MarkdownDocument, type MarkdownNode, placeOf, walk } from "@assurance-case/markdown";
import type { EvidenceLink, SummaryRow } from "@assurance-case/model";
import { evidenceLink } from "./claims.ts";
import { isClaimId } from "./identifiers.ts";
import { startingWithin } from "./spans.ts";
import { statementText } from "./statements.ts";

/** A row of the evidence summary with the evidence that it cites. */
export interface SummaryEntry extends SummaryRow {
  readonly links: readonly EvidenceLink[];
}

/** The rows of every table with a column of identifiers and one of evidence. */
export function summaryOf(document: MarkdownDocument, path: string): readonly SummaryEntry[] {
  return [...walk(document.root)].flatMap(({ node }) => (node.type === "table" ? rowsOf(document, path, node) : []));
}

function rowsOf(document: MarkdownDocument, path: string, table: MarkdownNode): readonly SummaryEntry[] {
  const [header, ...rows] = childrenOf(table);
  const titles = header === undefined ? [] : textsOf(header);
  const ids = titles.findIndex((title) => /^(?:id|claim id|identifier|claim)$/i.test(title));
  const hasEvidence = titles.some((title) => /\bevidence\b/i.test(title));
  const named = rows.some((row) => isClaimId(textsOf(row)[ids] ?? ""));
  if (ids < 0 || !hasEvidence || !named) return [];
  const labels = titles.findIndex((title, index) => index !== ids && !/\bevidence\b/i.test(title));
  return rows.flatMap((row) => entryOf(document, path, row, ids, labels));
}

function entryOf(
  document: MarkdownDocument,
  path: string,
  row: MarkdownNode,
  ids: number,
  labels: number,
): readonly SummaryEntry[] {
  const texts = textsOf(row);
  const id = texts[ids] ?? "";
  const { line, column, start, end } = placeOf(row);
  const links = startingWithin(document.links, start, end);
  if (id === "" && links.length === 0) return [];
  return [{ id, label: texts[labels] ?? "", line, column, links: links.map((link) => evidenceLink(path, link, "table")) }];
}

function childrenOf(node: MarkdownNode): readonly MarkdownNode[] {
  return "children" in node ? node.children : [];
}

function textsOf(row: MarkdownNode): readonly string[] {
  return childrenOf(row).map((cell) => statementText(inlineText(cell)));
}
