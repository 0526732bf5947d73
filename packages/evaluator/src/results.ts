import {
  type CheckResult,
  type ClaimResult,
  canonicalJson,
  comparePlaces,
  type Results,
  type Snapshot,
} from "@assurance-case/model";
import type { Answer } from "./ask.ts";
import { type AddressOf, addressesOf, placed } from "./locations.ts";

/** The results that an answer of the policies stands for: in order, with addresses and digests. */
export function resultsOf(snapshot: Snapshot, answer: Answer, digests: Results["digests"], evaluatedAt: string): Results {
  const { subject } = snapshot;
  const addressOf = addressesOf(subject);
  return {
    schemaVersion: 1,
    subject,
    evaluatedAt,
    digests,
    goal: answer.goal,
    strategies: answer.strategies,
    claims: answer.claims.map((claim) => claimOf(addressOf, claim)),
    case: { path: snapshot.case.path, problems: problemsOf(addressOf, snapshot) },
  };
}

function claimOf(addressOf: AddressOf, claim: ClaimResult): ClaimResult {
  const criteria = [...claim.criteria].sort((a, b) => compare(a.id, b.id));
  const checks = claim.checks.map((check) => checkOf(addressOf, check)).sort((a, b) => compare(a.id, b.id));
  return { ...claim, checks, criteria };
}

// Sets come out of WebAssembly as lists in no order.
function checkOf(addressOf: AddressOf, check: CheckResult): CheckResult {
  const missing = [...check.missing].sort((a, b) => compare(canonicalJson(a), canonicalJson(b)));
  return { ...check, locations: placed(addressOf, check.locations), missing };
}

function problemsOf(addressOf: AddressOf, { case: { problems } }: Snapshot): Results["case"]["problems"] {
  const sorted = [...problems].sort(
    (a, b) => comparePlaces(a, b) || a.column - b.column || compare(a.code, b.code) || compare(a.message, b.message),
  );
  return sorted.map((problem) => {
    const url = addressOf(problem);
    return { ...problem, ...(url === undefined ? {} : { url }) };
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
