import { AssureError, type Results } from "@assurance-case/model";
import type { Policy } from "./policy.ts";

/** What the policies answer. */
export type Answer = Pick<Results, "goal" | "strategies" | "claims">;

export interface Asked {
  readonly answer: Answer;
  /** The claims whose policies failed, in the case's order: their checks are unknown. */
  readonly failedClaims: readonly string[];
}

/** What the policies are asked of: a snapshot in its canonical form, and the date. */
export interface Question {
  readonly snapshot: string;
  readonly evaluatedAt: string;
}

/**
 * Asks the policies once for everything. When they fail, finds the claims whose policies do, and asks again without those.
 * Throws evaluate/failed when that does not help.
 */
export function ask(policy: Policy, question: Question, claims: readonly string[]): Asked {
  try {
    return { answer: answerOf(policy, question, claims, []), failedClaims: [] };
  } catch (error) {
    const failedClaims = [...new Set(claims)].filter((claim) => failsAlone(policy, question, claims, claim));
    if (failedClaims.length === 0) throw error;
    return { answer: answerOf(policy, question, claims, failedClaims), failedClaims };
  }
}

function failsAlone(policy: Policy, question: Question, claims: readonly string[], claim: string): boolean {
  const others = claims.filter((other) => other !== claim);
  try {
    answerOf(policy, question, claims, others);
    return false;
  } catch {
    return true;
  }
}

function answerOf(policy: Policy, question: Question, claims: readonly string[], skip: readonly string[]): Answer {
  const { snapshot, evaluatedAt } = question;
  // The very text that is digested, with what it is evaluated by as its last members.
  const json = `${snapshot.slice(0, -1)},${JSON.stringify({ evaluatedAt, skip }).slice(1)}`;
  const answer = policy.evaluate(json) as Partial<Answer> | undefined;
  const answered = answer?.claims?.map((claim) => claim.id) ?? [];
  const whole = answered.length === claims.length && answered.every((id, index) => id === claims[index]);
  if (whole && answer?.goal !== undefined && answer.strategies !== undefined) return answer as Answer;
  throw new AssureError("evaluate/failed", "The policies did not answer for every claim of the case.");
}
