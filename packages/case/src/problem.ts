import type { Problem } from "@assurance-case/model";

/** Stable codes of what can be wrong with a case. */
export type CaseProblemCode =
  | "case/too-large"
  | "case/too-complex"
  | "case/no-claims"
  | "case/duplicate-id"
  | "case/unordered-id"
  | "case/claim-without-id"
  | "case/claim-without-statement"
  | "case/claim-without-evidence"
  | "case/claim-outside-strategy"
  | "case/summary-unknown-claim"
  | "case/summary-missing-claim"
  | "case/summary-evidence-differs"
  | "case/invalid-link";

export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A problem without the path, which is the case's for all of them. */
export type Finding = Omit<Problem, "path" | "code"> & { readonly code: CaseProblemCode };

export function finding(code: CaseProblemCode, place: Place, message: string, claim?: string): Finding {
  const { line, column } = place;
  return { code, message, line, column, ...(claim === undefined ? {} : { claim }) };
}

/** In the order of the document, then of the codes. */
export function sortedProblems(findings: readonly Finding[], path: string): Problem[] {
  const order = (one: Finding, other: Finding) =>
    one.line - other.line || one.column - other.column || (one.code < other.code ? -1 : one.code > other.code ? 1 : 0);
  return findings.toSorted(order).map((found) => ({ ...found, path }));
}
