import { type Blind, type DefaultBranch, type Fact, observed, type Pattern, type Trigger } from "@assurance-case/model";
import { decide, filterOf } from "../path-filters/filter.ts";
import { entry, isNull, mappingOf, scalarOf, textsOf } from "./node.ts";
import { Refusal } from "./refusal.ts";
import type { Mapping, Node } from "./yaml.ts";

const FILTERS = [
  ["branches", "branches-ignore", "branchesIgnore"],
  ["tags", "tags-ignore", "tagsIgnore"],
  ["paths", "paths-ignore", "pathsIgnore"],
] as const;

/** Events whose branch filters are about the branch that is changed, or asked to be. */
const ON_BRANCHES: ReadonlySet<string> = new Set(["push", "pull_request", "pull_request_target", "merge_group", "workflow_run"]);

/** The events of a workflow's `on:`, which is a name, a list of names or a mapping. */
export function triggersOf(root: Mapping, defaultBranch: Fact<DefaultBranch>): Record<string, Trigger> {
  const found = entry(root, "on");
  if (found === undefined) throw new Refusal("'on' is missing", root.entries.get("on")?.line ?? root.line);
  const events = eventsOf(found.value);
  if (events.length === 0) throw new Refusal("'on' names no event", found.line);
  return Object.fromEntries(events.map(({ name, line, value }) => [name, triggerOf(name, line, value, defaultBranch)]));
}

interface EventEntry {
  readonly name: string;
  readonly line: number;
  readonly value?: Mapping;
}

function eventsOf(node: Node): readonly EventEntry[] {
  if (node.kind !== "mapping") return textsOf(node, "an event").map(({ text, line }) => ({ name: text, line }));
  return [...node.entries].map(([name, { line, value }]) => {
    // `schedule` is a list of times.
    if (isNull(value) || value.kind === "sequence") return { name, line };
    return { name, line, value: mappingOf(value, `'${name}'`) };
  });
}

function triggerOf(name: string, line: number, value: Mapping | undefined, defaultBranch: Fact<DefaultBranch>): Trigger {
  const filters: Record<string, Pattern[]> = {};
  for (const [only, ignore, ignoreName] of FILTERS) {
    const kept = patternsAt(value, only);
    const ignored = patternsAt(value, ignore);
    if (kept !== undefined && ignored !== undefined) throw new Refusal(`'${name}' has both '${only}' and '${ignore}'`, line);
    if (kept !== undefined) filters[only] = kept;
    if (ignored !== undefined) filters[ignoreName] = ignored;
  }
  const types = entry(value, "types");
  const trigger: Trigger = {
    line,
    ...(types === undefined ? {} : { types: textsOf(types.value, "a type").map(({ text }) => text) }),
    ...filters,
  };
  return ON_BRANCHES.has(name) ? { ...trigger, defaultBranch: throughFilters(name, trigger, defaultBranch) } : trigger;
}

function patternsAt(value: Mapping | undefined, key: string): Pattern[] | undefined {
  const written = value?.entries.get(key);
  if (written === undefined) return undefined;
  const patterns = isNull(written.value) ? [] : textsOf(written.value, "a pattern");
  if (patterns.length === 0) throw new Refusal(`'${key}' has no pattern`, written.line);
  return patterns.map((pattern) => ({ pattern: scalarOf(pattern, "a pattern").text, line: pattern.line }));
}

function throughFilters(
  event: string,
  trigger: Trigger,
  defaultBranch: Fact<DefaultBranch>,
): NonNullable<Trigger["defaultBranch"]> {
  if (defaultBranch.status !== "observed") return defaultBranch;
  const filter = filterOf(trigger.branches, trigger.branchesIgnore);
  if (filter.status !== "observed") return filter satisfies Blind;
  // A push filter on tags alone lets no branch through:
  // https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#onpushbranchestagsbranches-ignoretags-ignore
  const tagsOnly = event === "push" && filter.value === undefined && (trigger.tags ?? trigger.tagsIgnore) !== undefined;
  return observed(tagsOnly ? { starts: false } : decide(filter.value, defaultBranch.value.name));
}
