import {
  type CheckResult,
  type ClaimResult,
  canonicalJson,
  digestSnapshot,
  type Results,
  type Snapshot,
} from "@assurance-case/model";
import type { Answer } from "./ask.ts";
import { placed, urlOf } from "./locations.ts";

type Subject = Snapshot["subject"];

/** The results that an answer of the policies stands for: in order, with addresses and digests. */
export function resultsOf(snapshot: Snapshot, answer: Answer, bundleDigest: string, evaluatedAt: string): Results {
  const { subject } = snapshot;
  return {
    schemaVersion: 1,
    subject,
    evaluatedAt,
    digests: { snapshot: digestSnapshot(snapshot), bundle: bundleDigest, case: snapshot.case.digest },
    goal: answer.goal,
    strategies: answer.strategies,
    claims: answer.claims.map((claim) => claimOf(subject, claim)),
    case: { path: snapshot.case.path, problems: problemsOf(snapshot) },
  };
}

function claimOf(subject: Subject, claim: ClaimResult): ClaimResult {
  const criteria = [...claim.criteria].sort((a, b) => compare(a.id, b.id));
  const checks = claim.checks.map((check) => checkOf(subject, check)).sort((a, b) => compare(a.id, b.id));
  return { ...claim, checks, criteria };
}

// Sets come out of WebAssembly as lists in no order.
function checkOf(subject: Subject, check: CheckResult): CheckResult {
  const missing = [...check.missing].sort((a, b) => compare(canonicalJson(a), canonicalJson(b)));
  return { ...check, locations: placed(subject, check.locations), missing };
}

function problemsOf({ subject, case: { problems } }: Snapshot): Results["case"]["problems"] {
  const sorted = [...problems].sort(
    (a, b) =>
      compare(a.path, b.path) ||
      a.line - b.line ||
      a.column - b.column ||
      compare(a.code, b.code) ||
      compare(a.message, b.message),
  );
  return sorted.map((problem) => {
    const url = urlOf(subject, problem);
    return { ...problem, ...(url === undefined ? {} : { url }) };
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
