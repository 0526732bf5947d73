import type { Fault } from "./fault.ts";
import type { Annotation } from "./inspect.ts";
import type { DeclaredCheck, DeclaredCriterion, DeclaredPolicies, DeclaredPolicy } from "./policy.ts";
import { isTable, known, oneOf, type Table, type Tell, words } from "./read.ts";

export interface Declarations {
  readonly policies: DeclaredPolicies;
  readonly faults: readonly Fault[];
}

/** Checks that the roll-up makes itself. */
const reserved = new Set(["link", "policy", "wording", "undeclared"]);

/** The policies that METADATA declares, and in what they break the conventions. `facts` are those of the snapshot's schema. */
export function declarations(annotations: readonly Annotation[], facts: ReadonlySet<string>): Declarations {
  const faults: Fault[] = [];
  const policies: Record<string, Record<string, DeclaredPolicy>> = {};
  for (const annotation of annotations) {
    const tell = (message: string): void => void faults.push({ file: annotation.file, line: annotation.line, message });
    const [, set = "", folder = ""] = annotation.package.split(".");
    const policy = policyOf(annotation, folder, facts, tell);
    policies[set] ??= {};
    if (policies[set][policy.claim] !== undefined) tell(`${policy.claim} has METADATA in more than one place`);
    policies[set][policy.claim] = policy;
  }
  return { policies, faults };
}

function policyOf(annotation: Annotation, folder: string, facts: ReadonlySet<string>, tell: Tell): DeclaredPolicy {
  const { custom } = annotation;
  known(custom, ["claim", "strategy", "statement", "criteria", "checks"], tell);
  const claim = words(custom, "claim", tell);
  if (claim.toLowerCase().replaceAll(".", "_") !== folder) tell(`claim ${claim} must not stand in the folder ${folder}`);
  const statement = words(custom, "statement", tell);
  if (!/^sha256:[0-9a-f]{64}$/u.test(statement)) tell("'statement' must be the digest of the claim's statement");
  const title = words({ ...annotation }, "title", tell);
  const description = words({ ...annotation }, "description", tell);
  const strategy = words(custom, "strategy", tell);
  return {
    package: folder,
    claim,
    strategy,
    title,
    description,
    statement,
    criteria: criteriaOf(custom, tell),
    checks: checksOf(custom, facts, tell),
  };
}

function criteriaOf(custom: Table, tell: Tell): readonly DeclaredCriterion[] {
  const criteria = custom.criteria ?? [];
  if (!Array.isArray(criteria) || !criteria.every(isTable)) {
    tell("'criteria' must be a list of {id, relation}");
    return [];
  }
  const read = criteria.map((criterion) => {
    known(criterion, ["id", "relation"], tell);
    return {
      id: words(criterion, "id", tell),
      relation: oneOf(criterion, "relation", ["supports", "partial", "contradicts"], tell),
    };
  });
  return read.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function checksOf(custom: Table, facts: ReadonlySet<string>, tell: Tell): Readonly<Record<string, DeclaredCheck>> {
  const checks = isTable(custom.checks) ? custom.checks : {};
  if (Object.keys(checks).length === 0) tell("'checks' must declare a check");
  return Object.fromEntries(
    Object.entries(checks).map(([id, check]) => [id, checkOf(id, check, facts, (message) => tell(`check ${id}: ${message}`))]),
  );
}

function checkOf(id: string, value: unknown, facts: ReadonlySet<string>, tell: Tell): DeclaredCheck {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/u.test(id)) tell("an identifier is words in lower case joined by hyphens");
  if (reserved.has(id)) tell("the identifier is the roll-up's own");
  const check = isTable(value) ? value : {};
  known(check, ["title", "weight", "grade", "facts", "each", "remedy"], tell);
  return {
    title: words(check, "title", tell),
    weight: oneOf(check, "weight", ["required", "advisory"], tell),
    grade: oneOf(check, "grade", ["observed", "declared", "attested"], tell),
    facts: factsOf(check, facts, tell),
    ...(check.each === undefined ? {} : { each: oneOf(check, "each", ["section", "workflow", "path"], tell) }),
    remedy: words(check, "remedy", tell),
  };
}

function factsOf(check: Table, facts: ReadonlySet<string>, tell: Tell): readonly string[] {
  const named: readonly unknown[] = Array.isArray(check.facts) ? check.facts : [];
  if (named.length === 0) tell("'facts' must name the facts without which it cannot be told");
  for (const fact of named) if (typeof fact !== "string" || !facts.has(fact)) tell(`the snapshot has no fact '${String(fact)}'`);
  return named.filter((fact) => typeof fact === "string").sort();
}
