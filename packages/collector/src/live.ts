import type { Blind } from "@assurance-case/model";

/** Settings that only GitHub shows. The permission is the one that its documentation names for the call. */
const LIVE_FACTS = {
  branch_rules: { permission: "metadata:read", what: "the rules in force on the default branch" },
  code_scanning_rules: {
    permission: "metadata:read",
    what: "the code scanning results that a rule of the default branch requires",
  },
} as const;

type LiveFacts = Record<keyof typeof LIVE_FACTS, Blind>;

/** The facts that a clone cannot show. */
export function liveFactsOfClone(): LiveFacts {
  const blind = ({ permission, what }: { permission: string; what: string }): Blind => ({
    status: "not-collected",
    reason: `a clone does not show ${what}, and this version does not ask GitHub yet`,
    permission,
  });
  return { branch_rules: blind(LIVE_FACTS.branch_rules), code_scanning_rules: blind(LIVE_FACTS.code_scanning_rules) };
}
