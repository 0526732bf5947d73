import { AssureError, canonicalSnapshot, digestBytes, type Results, type Snapshot } from "@assurance-case/model";
import { ask } from "./ask.ts";
import type { Bundle } from "./bundle.ts";
import { resultsOf } from "./results.ts";

export interface EvaluateOptions {
  /** The date that the policies are given, as YYYY-MM-DD. */
  readonly evaluatedAt: string;
}

export interface Evaluation {
  readonly results: Results;
  /** The claims whose policies failed: what is said of them is no judgement. */
  readonly failedClaims: readonly string[];
}

/**
 * Judges a snapshot by the policies of a bundle. The same snapshot, bundle and date give the same results.
 * Throws input/bundle-mismatch, evaluate/nothing-assessed and evaluate/failed.
 */
export function evaluate(bundle: Bundle, snapshot: Snapshot, { evaluatedAt }: EvaluateOptions): Evaluation {
  refuseMismatch(bundle, snapshot);
  const claims = snapshot.case.claims.map((claim) => claim.id);
  if (claims.length === 0)
    throw new AssureError("evaluate/nothing-assessed", `${snapshot.case.path} has no claim: nothing was assessed.`);
  const canonical = canonicalSnapshot(snapshot);
  const { answer, failedClaims } = ask(bundle.policy, { snapshot: canonical, evaluatedAt }, claims);
  const digests = { snapshot: digestBytes(canonical), bundle: bundle.digest, case: snapshot.case.digest };
  return { results: resultsOf(snapshot, answer, digests, evaluatedAt), failedClaims };
}

function refuseMismatch(bundle: Bundle, { schemaVersion, vocabulary }: Snapshot): void {
  if (schemaVersion === 1 && vocabulary === bundle.vocabularyDigest) return;
  throw new AssureError(
    "input/bundle-mismatch",
    "The snapshot was collected for other policies: it was read with another vocabulary.",
    {
      hint: "Collect it again with this version, or evaluate it with the bundle that it was collected for.",
    },
  );
}
