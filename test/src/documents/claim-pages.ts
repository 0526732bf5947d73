import { readFileSync } from "node:fs";

interface Check {
  readonly title: string;
  readonly weight: string;
  readonly grade: string;
  readonly each?: string;
  readonly facts: readonly string[];
  readonly remedy: string;
}

interface Policy {
  readonly claim: string;
  readonly strategy: string;
  readonly title: string;
  readonly description: string;
  readonly package: string;
  readonly criteria: readonly { readonly id: string; readonly relation: string }[];
  readonly checks: Readonly<Record<string, Check>>;
}

type Policies = Readonly<Record<string, Readonly<Record<string, Policy>>>>;

const root = new URL("../../../", import.meta.url);
const EACH: Readonly<Record<string, string>> = {
  section: "for each section that the claim cites",
  workflow: "for each workflow that the claim cites",
  path: "for each path that the claim cites",
};

/** A page for each claim that has a policy, by its file's name, made of the METADATA that the bundle carries. */
export function claimPages(): ReadonlyMap<string, string> {
  const { policies } = read("packages/compiler/dist/bundle/data.json") as { readonly policies: Policies };
  const permissions = permissionsOfFacts();
  const pages = Object.entries(policies).flatMap(([set, claims]) =>
    Object.values(claims).map((policy): [string, string] => [`${set}-${policy.claim}.md`, pageOf(set, policy, permissions)]),
  );
  return new Map([...pages, ["README.md", indexOf(policies)]]);
}

/** The permission that would show what a clone does not, as a snapshot of a clone names it. */
function permissionsOfFacts(): ReadonlyMap<string, string> {
  const { facts } = read("packages/cli/example/dalec.snapshot.json") as {
    readonly facts: Readonly<Record<string, { readonly permission?: string }>>;
  };
  return new Map(
    Object.entries(facts).flatMap(([name, { permission }]) => (permission === undefined ? [] : [[name, permission]])),
  );
}

function pageOf(set: string, policy: Policy, permissions: ReadonlyMap<string, string>): string {
  const checks = Object.entries(policy.checks).map(([id, check]) => checkOf(id, check, permissions));
  const criteria = policy.criteria.map(({ id, relation }) => `- \`${id}\`: ${relation}`);
  const source = `policies/cases/${set}/${policy.package}/${policy.package}.rego`;
  return [
    `# ${policy.claim}: ${policy.title}`,
    policy.description,
    `Strategy ${policy.strategy}. Beside the checks below, everything that the claim cites must be there. The policy: [${source}](../../${source}).`,
    "## Checks",
    ...checks,
    "## Criteria of the OpenSSF badge",
    `${criteria.join("\n")}\n`,
  ].join("\n\n");
}

function checkOf(
  id: string,
  { title, weight, grade, each, facts, remedy }: Check,
  permissions: ReadonlyMap<string, string>,
): string {
  const shown = facts.map((fact) => `\`${fact}\`${permissions.has(fact) ? ` (${permissions.get(fact)})` : ""}`);
  const made = each === undefined ? "" : `, ${EACH[each]}`;
  return [
    `### ${title}`,
    "",
    `\`${id}\`, ${weight}, ${grade}${made}. Facts: ${shown.join(", ")}.`,
    "",
    `To pass: ${remedy}`,
  ].join("\n");
}

function indexOf(policies: Policies): string {
  const items = Object.entries(policies).flatMap(([set, claims]) =>
    Object.values(claims).map(({ claim, title }) => `- [${claim}](${set}-${claim}.md): ${title}`),
  );
  const intro =
    "Written by `pnpm docs` from the policies' METADATA. Behind a fact stands the permission that shows it, where a clone does not.";
  return ["# Claims", intro, `${items.sort().join("\n")}\n`].join("\n\n");
}

function read(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, root), "utf8"));
}
