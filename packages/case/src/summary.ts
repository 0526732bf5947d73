import { type Block, type MarkdownDocument, textOf } from "@assurance-case/markdown";
import type { EvidenceLink, SummaryRow } from "@assurance-case/model";
import { evidenceLink } from "./claims.ts";
import { isClaimId } from "./identifiers.ts";
import { startingWithin } from "./spans.ts";
import { statementText } from "./statements.ts";

/** A row of the evidence summary with the evidence that it cites. */
export interface SummaryEntry extends Required<SummaryRow> {
  readonly links: readonly EvidenceLink[];
}

/** A row of a table, with what its cells say. */
interface Row {
  readonly block: Block;
  readonly texts: string[];
}

/** The rows of every table with a column of identifiers and one of evidence. */
export function summaryOf(document: MarkdownDocument, path: string): readonly SummaryEntry[] {
  return tablesOf(document).flatMap((table) => rowsOf(document, path, table));
}

/** The cells of a table follow their row, and its rows follow the table. */
function tablesOf({ blocks }: MarkdownDocument): readonly (readonly Row[])[] {
  const tables: Row[][] = [];
  for (const block of blocks) {
    if (block.kind === "table") tables.push([]);
    if (block.kind === "row") tables.at(-1)?.push({ block, texts: [] });
    if (block.kind === "cell")
      tables
        .at(-1)
        ?.at(-1)
        ?.texts.push(statementText(textOf(block)));
  }
  return tables;
}

function rowsOf(document: MarkdownDocument, path: string, [header, ...rows]: readonly Row[]): readonly SummaryEntry[] {
  const titles = header?.texts ?? [];
  const ids = titles.findIndex((title) => /^(?:id|claim id|identifier|claim)$/i.test(title));
  const hasEvidence = titles.some((title) => /\bevidence\b/i.test(title));
  const named = rows.some(({ texts }) => isClaimId(texts[ids] ?? ""));
  if (ids < 0 || !hasEvidence || !named) return [];
  const labels = titles.findIndex((title, index) => index !== ids && !/\bevidence\b/i.test(title));
  return rows.flatMap(({ block, texts }) => entryOf(document, path, block, texts[ids] ?? "", texts[labels] ?? ""));
}

function entryOf(document: MarkdownDocument, path: string, row: Block, id: string, label: string): readonly SummaryEntry[] {
  const { line, column, start, end } = row;
  const links = startingWithin(document.links, start, end);
  if (id === "" && links.length === 0) return [];
  return [{ id, label, line, column, links: links.map((link) => evidenceLink(path, link, "table")) }];
}
