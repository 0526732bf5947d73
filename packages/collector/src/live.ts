import type { Blind } from "@assurance-case/model";

/** Settings that only GitHub shows. The permission is the one that its documentation names for the call. */
const LIVE_FACTS = {
  actions_settings: { permission: "administration:read", what: "the default permission of workflows' tokens" },
  advisories: { permission: "repository_advisories:read", what: "the published security advisories" },
  branch_rules: { permission: "metadata:read", what: "the rules in force on the default branch" },
  case_reviews: { permission: "pull_requests:read", what: "who approved the changes of the case" },
  check_apps: { permission: "checks:read", what: "the apps whose checks ran on pull requests" },
  code_scanning_rules: {
    permission: "metadata:read",
    what: "the code scanning results that a rule of the default branch requires",
  },
  codeowners: { permission: "contents:read", what: "the errors that GitHub finds in CODEOWNERS" },
  organization: { permission: "organization_administration:read", what: "how the organization's members authenticate" },
  pull_requests: { permission: "pull_requests:read", what: "who approved the recent merged pull requests" },
  security_settings: { permission: "administration:read", what: "the security features of the repository" },
  vulnerability_reporting: { permission: "metadata:read", what: "whether private vulnerability reporting is on" },
} as const;

type LiveFacts = Readonly<Record<keyof typeof LIVE_FACTS, Blind>>;

/** The facts that a clone cannot show. */
export function liveFactsOfClone(): LiveFacts {
  const facts = Object.entries(LIVE_FACTS).map(([name, { permission, what }]): [string, Blind] => [
    name,
    {
      status: "not-collected",
      reason: `a clone does not show ${what}, and this version does not ask GitHub yet`,
      permission,
    },
  ]);
  return Object.fromEntries(facts) as LiveFacts;
}
