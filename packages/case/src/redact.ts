import type { AssuranceCase, Statement } from "@assurance-case/model";

/** The case without its words: no statement, title or label. Identifiers, digests, targets and places stay. */
export function redactCase(assuranceCase: AssuranceCase): AssuranceCase {
  const { goal, ...rest } = assuranceCase;
  const without = (said: Statement): Statement => omit(said, "statement", "label");
  return {
    ...rest,
    title: "",
    ...(goal === undefined ? {} : { goal: without(goal) }),
    strategies: rest.strategies.map((strategy) => omit(strategy, "title")),
    claims: rest.claims.map((claim) => omit(claim, "statement")),
    summary: rest.summary.map((row) => omit(row, "label")),
    threatModel: rest.threatModel.map(without),
    assumptions: rest.assumptions.map(without),
    reviewRules: rest.reviewRules.map(without),
    residualRisks: rest.residualRisks.map(without),
  };
}

function omit<T extends object, K extends keyof T>(value: T, ...keys: readonly K[]): Omit<T, K> {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key as K))) as Omit<T, K>;
}
