import {
  type CheckResult,
  type ClaimResult,
  type MissingFact,
  type Results,
  type RollUp,
  sortedPlaces,
  type Verdict,
} from "@assurance-case/model";

/** A strategy with its claims; without an id it holds the claims that stand under none. */
export interface StrategyReport {
  readonly id: string | undefined;
  readonly title: string | undefined;
  readonly verdict: Verdict;
  readonly claims: readonly ClaimResult[];
}

/** Something that could not be seen, and the claims that wait for it. */
export interface Unseen {
  /** The permission, or else what to do; undefined when nothing is known that would show it. */
  readonly remedy: string | undefined;
  /** Without a remedy: why it could not be seen. */
  readonly why: string | undefined;
  readonly facts: readonly string[];
  readonly claims: readonly string[];
}

/** Results in the order in which people read them. */
export interface Report {
  readonly results: Results;
  readonly goal: RollUp;
  readonly strategies: readonly StrategyReport[];
  readonly unseen: readonly Unseen[];
}

/** Arranges results for a reader: claims under their strategies, and what could not be seen by what would show it. */
export function buildReport(results: Results): Report {
  const strategies: StrategyReport[] = results.strategies.map(({ id, title, verdict }) => ({
    id,
    title,
    verdict,
    claims: results.claims.filter((claim) => claim.strategy === id),
  }));
  const known = new Set(results.strategies.map(({ id }) => id));
  const loose = results.claims.filter(({ strategy }) => strategy === undefined || !known.has(strategy));
  if (loose.length > 0) strategies.push({ id: undefined, title: undefined, verdict: worst(loose), claims: loose });
  return { results, goal: results.goal, strategies, unseen: unseenOf(results.claims) };
}

/**
 * What keeps a claim from being supported, or is wrong beside it: failed checks, and required ones that could not be seen.
 * The required come first; checks that say the same are shown as one, with the places of all.
 */
export function openChecks(claim: ClaimResult): readonly CheckResult[] {
  const rank = (check: CheckResult): number => (check.weight === "required" ? 0 : 2) + (check.outcome === "fail" ? 0 : 1);
  const open = claim.checks.filter(
    ({ outcome, weight }) => outcome === "fail" || (outcome === "unknown" && weight === "required"),
  );
  const merged = new Map<string, CheckResult>();
  for (const check of open) {
    const key = `${check.weight} ${check.outcome} ${check.message}`;
    const same = merged.get(key);
    merged.set(key, same === undefined ? check : { ...same, locations: sortedPlaces([...same.locations, ...check.locations]) });
  }
  return [...merged.values()].sort((a, b) => rank(a) - rank(b));
}

function worst(claims: readonly ClaimResult[]): Verdict {
  const verdicts = new Set(claims.map(({ verdict }) => verdict));
  if (verdicts.has("violated")) return "violated";
  return verdicts.has("undetermined") ? "undetermined" : "supported";
}

function unseenOf(claims: readonly ClaimResult[]): readonly Unseen[] {
  const groups = new Map<string, Pick<Unseen, "remedy" | "why"> & { facts: Set<string>; claims: Set<string> }>();
  for (const claim of claims) {
    for (const check of claim.checks) {
      if (check.weight !== "required" || check.outcome !== "unknown") continue;
      for (const missing of check.missing) {
        const { fact } = missing;
        const remedy = remedyOf(missing);
        const why = remedy === undefined ? missing.reason : undefined;
        const key = remedy ?? why ?? fact;
        const group = groups.get(key) ?? { remedy, why, facts: new Set(), claims: new Set() };
        groups.set(key, group);
        group.facts.add(fact);
        group.claims.add(claim.id);
      }
    }
  }
  return [...groups.values()]
    .map(({ facts, claims: ids, ...shown }) => ({ ...shown, facts: [...facts], claims: [...ids] }))
    .sort((a, b) => b.claims.length - a.claims.length);
}

/** A permission helps where it was refused; what nobody asked for, none shows. */
function remedyOf({ status, permission, remedy }: MissingFact): string | undefined {
  return status === "forbidden" && permission !== undefined ? `grant ${permission}` : remedy;
}
