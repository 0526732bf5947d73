import type { AssuranceCase } from "@assurance-case/model";

/** The case without the text of its statements. Digests, labels, titles and places stay. */
export function redactCase(assuranceCase: AssuranceCase): AssuranceCase {
  const { goal, ...rest } = assuranceCase;
  return {
    ...rest,
    ...(goal === undefined ? {} : { goal: withoutStatement(goal) }),
    claims: rest.claims.map(withoutStatement),
    threatModel: rest.threatModel.map(withoutStatement),
    assumptions: rest.assumptions.map(withoutStatement),
    reviewRules: rest.reviewRules.map(withoutStatement),
    residualRisks: rest.residualRisks.map(withoutStatement),
  };
}

function withoutStatement<T extends { readonly statement?: string }>(said: T): Omit<T, "statement"> {
  const { statement: _, ...rest } = said;
  return rest;
}
