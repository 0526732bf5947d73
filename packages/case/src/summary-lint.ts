import type { Claim, EvidenceLink } from "@assurance-case/model";
import { identifierKey } from "./identifiers.ts";
import { type Finding, finding } from "./problem.ts";
import type { SummaryEntry } from "./summary.ts";

/** Where the summary table and the body disagree. A case without a summary agrees. */
export function summaryProblems(
  claims: readonly Claim[],
  summary: readonly SummaryEntry[],
  others: readonly { readonly id: string }[],
): readonly Finding[] {
  if (summary.length === 0) return [];
  const rows = new Set(summary.map(({ id }) => identifierKey(id)));
  const bodies = new Map(claims.toReversed().map((claim) => [identifierKey(claim.id), claim]));
  const known = new Set([...claims, ...others].map(({ id }) => identifierKey(id)));
  const missing = claims.filter(({ id }) => !rows.has(identifierKey(id)));
  return [
    ...summary.filter(({ id }) => !known.has(identifierKey(id))).map(unknownRow),
    ...missing.map((claim) => {
      const message = `Claim ${claim.id} is not in the summary table: add its row.`;
      return finding("case/summary-missing-claim", claim, message, claim.id);
    }),
    ...summary.flatMap((row) => differingEvidence(bodies.get(identifierKey(row.id)), row)),
  ];
}

function unknownRow(row: SummaryEntry): Finding {
  return finding(
    "case/summary-unknown-claim",
    row,
    `The summary has a row for '${row.id}', which is no claim of the case: add the claim or remove the row.`,
  );
}

function differingEvidence(claim: Claim | undefined, row: SummaryEntry): readonly Finding[] {
  if (claim === undefined) return [];
  const body = targetsOf(claim.links.filter(({ source }) => source === "body"));
  const table = targetsOf(row.links);
  const onlyBody = [...body].filter((target) => !table.has(target));
  const onlyTable = [...table].filter((target) => !body.has(target));
  if (onlyBody.length + onlyTable.length === 0) return [];
  const message = `The summary and the body cite different evidence for ${claim.id}: only the body cites ${listed(onlyBody)}, only the table ${listed(onlyTable)}; make them the same.`;
  return [finding("case/summary-evidence-differs", row, message, claim.id)];
}

function targetsOf(links: readonly EvidenceLink[]): ReadonlySet<string> {
  return new Set(links.map(({ target }) => target));
}

function listed(targets: readonly string[]): string {
  return targets.length === 0 ? "nothing" : targets.join(", ");
}
