import { type Blind, type FilterResult, type Observed, observed, type Pattern } from "@assurance-case/model";
import { compilePattern } from "./matcher.ts";

interface FilterPattern extends Pattern {
  readonly negated: boolean;
  readonly matches: (name: string) => boolean;
}

/** The patterns of one filter: `only` of branches, tags, paths; `ignore` of branches-ignore, tags-ignore, paths-ignore. */
export interface Filter {
  readonly mode: "only" | "ignore";
  readonly patterns: readonly FilterPattern[];
}

/** The filter of an event, of which GitHub allows one kind; undefined without one, unavailable when a pattern has no known meaning. */
export function filterOf(
  only: readonly Pattern[] | undefined,
  ignore: readonly Pattern[] | undefined,
): Observed<Filter | undefined> | Blind {
  const source = only ?? ignore;
  if (source === undefined) return observed(undefined);
  const patterns: FilterPattern[] = [];
  for (const written of source) {
    const matcher = compilePattern(written.pattern);
    if (!matcher.valid) return unreadable(written, matcher.reason);
    patterns.push({ ...written, negated: matcher.negated, matches: matcher.matches });
  }
  return observed({ mode: only === undefined ? "ignore" : "only", patterns });
}

function unreadable(written: Pattern, reason: string): Blind {
  return { status: "unavailable", reason: `the pattern '${written.pattern}' cannot be read: ${reason}`, line: written.line };
}

/** Whether the filter starts the workflow for a name. The last pattern that matches decides. */
export function decide(filter: Filter | undefined, name: string): FilterResult {
  const found = filter?.patterns.findLast((pattern) => pattern.matches(name));
  const included = found === undefined ? false : !found.negated;
  const starts = filter === undefined || (filter.mode === "only" ? included : !included);
  return found === undefined ? { starts } : { starts, pattern: found.pattern, line: found.line };
}
