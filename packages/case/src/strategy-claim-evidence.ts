import type { MarkdownDocument } from "@assurance-case/markdown";
import type { AssuranceCase, Claim, Statement } from "@assurance-case/model";
import { claimsOf, claimsWithoutId } from "./claims.ts";
import { goalId, identifierKey } from "./identifiers.ts";
import { claimProblems, identifierProblems, linkProblems } from "./lint.ts";
import { type Finding, finding, sortedProblems } from "./problem.ts";
import { assumptionsOf, goalStatement, statementsUnder } from "./statements.ts";
import { type StrategySection, strategiesOf } from "./strategies.ts";
import { type SummaryEntry, summaryOf } from "./summary.ts";
import { summaryProblems } from "./summary-lint.ts";

const GOAL_HEADING = /\btop[- ]level (?:claim|goal)\b|\bgoal\b.*\bG-?\d+\b|\(G-?\d+\)/i;

/** A case of strategies under headings, with claims that name their evidence, and a summary table. */
export function parseStrategyClaimEvidence(document: MarkdownDocument, path: string): Omit<AssuranceCase, "digest"> {
  const goal = goalOf(document);
  const strategies = strategiesOf(document);
  const summary = summaryOf(document, path);
  const rows = rowsByClaim(summary);
  const claims = claimsOf(document, strategies, path).map((claim) =>
    withTableLinks(claim, rows.get(identifierKey(claim.id)) ?? []),
  );
  return {
    format: "strategy-claim-evidence",
    path,
    title: document.headings[0]?.text ?? "",
    ...(goal === undefined ? {} : { goal }),
    strategies: strategies.map(({ id, title, line, column }) => ({ id, title, line, column })),
    claims,
    summary: summary.map(({ id, label, line, column }) => ({ id, label, line, column })),
    threatModel: statementsUnder(document, /\bthreat model\b/i),
    assumptions: assumptionsOf(document),
    reviewRules: statementsUnder(
      document,
      /^(?:\d[\d.]*\s+)?(?:maintenance|reviews?)(?:$|\s+(?:and|&|cadence|schedule|process))/i,
    ),
    residualRisks: statementsUnder(document, /\bresidual risks?\b/i),
    problems: sortedProblems(problemsOf(document, path, goal, strategies, claims, summary), path),
  };
}

function goalOf(document: MarkdownDocument): Statement | undefined {
  const heading = document.headings.find(({ text }) => GOAL_HEADING.test(text));
  return heading === undefined ? undefined : goalStatement(document, heading, goalId(heading.text) ?? "G0");
}

function rowsByClaim(summary: readonly SummaryEntry[]): ReadonlyMap<string, readonly SummaryEntry[]> {
  const rows = new Map<string, SummaryEntry[]>();
  for (const row of summary) {
    const key = identifierKey(row.id);
    const same = rows.get(key);
    if (same === undefined) rows.set(key, [row]);
    else same.push(row);
  }
  return rows;
}

function withTableLinks(claim: Claim, rows: readonly SummaryEntry[]): Claim {
  return { ...claim, links: [...claim.links, ...rows.flatMap(({ links }) => links)] };
}

function problemsOf(
  document: MarkdownDocument,
  path: string,
  goal: Statement | undefined,
  strategies: readonly StrategySection[],
  claims: readonly Claim[],
  summary: readonly SummaryEntry[],
): readonly Finding[] {
  const start = { line: 1, column: 1 };
  const noClaims =
    "The document has no claim: start a list item with one, such as '**Claim C1.1:** statement', and an identifier.";
  const noId = "A claim without an identifier: give it one, such as 'Claim C1.1'.";
  return [
    ...(claims.length === 0 ? [finding("case/no-claims", start, noClaims)] : []),
    ...claimsWithoutId(document).map((place) => finding("case/claim-without-id", place, noId)),
    ...identifierProblems("strategy", strategies),
    ...identifierProblems("claim", claims),
    ...claims.flatMap((claim) => claimProblems(claim, strategies.length > 0)),
    ...summaryProblems(claims, summary, [...strategies, { id: goal?.id ?? "G0" }]),
    ...linkProblems(document, path, claims),
  ];
}
