import {
  type Blind,
  type ExemptFiles,
  type Fact,
  type Facts,
  type FilterResult,
  type Observed,
  observed,
  type PathFilter,
  type Pattern,
  type Trigger,
} from "@assurance-case/model";
import { SUBMODULE, type Tree } from "../tree.ts";
import { decide, type Filter, filterOf } from "./filter.ts";
import { languageOf } from "./languages.ts";

type PathFilters = Extract<Facts["path_filters"], { status: "observed" }>["value"];
type Workflows = Extract<Facts["workflows"], { status: "observed" }>["value"];

const LISTED_FILES = 50;

export interface PathFiltersInput {
  readonly workflows: Fact<Workflows>;
  readonly tree: Tree;
  /** Paths whose sole change is of interest, whether the tree has them or not. */
  readonly watched: readonly string[];
}

/** What the path filters of each workflow's pull_request trigger let through, of the tree and of the watched paths. */
export function collectPathFilters({ workflows, tree, watched }: PathFiltersInput): Fact<PathFilters> {
  if (workflows.status !== "observed") return workflows;
  const paths = [...tree.values()].filter((entry) => entry.mode !== SUBMODULE).map((entry) => entry.path);
  const sources = sourcesOf(paths);
  const filters = Object.entries(workflows.value.files).map(([path, workflow]) => {
    if (workflow.status !== "observed") return [path, workflow] as const;
    const trigger = ownTrigger(workflow.value.triggers);
    return [path, trigger === undefined ? noTrigger(path) : pathFilterOf(path, trigger, { paths, sources, watched })] as const;
  });
  return observed({ workflows: Object.fromEntries(filters) });
}

function ownTrigger(triggers: Readonly<Record<string, Trigger>>): Trigger | undefined {
  return Object.hasOwn(triggers, "pull_request") ? triggers["pull_request"] : undefined;
}

function noTrigger(path: string): Blind {
  return { status: "absent", reason: "it has no pull_request trigger", path };
}

interface Names {
  readonly paths: readonly string[];
  readonly sources: ReadonlyMap<string, readonly string[]>;
  readonly watched: readonly string[];
}

function pathFilterOf(workflow: string, trigger: Trigger, names: Names): Observed<PathFilter> | Blind {
  const filter = filterOf(trigger.paths, trigger.pathsIgnore);
  if (filter.status !== "observed") return { ...filter, path: workflow };
  const exempt = [...names.sources].map(([language, files]) => [language, exemptFiles(filter.value, files)] as const);
  const watched = names.watched.map((path): [string, FilterResult] => [path, decide(filter.value, path)]);
  return observed({
    exempt: Object.fromEntries(exempt),
    watched: Object.fromEntries(watched),
    unmatched: unmatchedPatterns(filter.value, names.paths),
  });
}

function sourcesOf(paths: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const sources = new Map<string, string[]>();
  for (const path of [...paths].sort()) {
    const language = languageOf(path);
    if (language === undefined) continue;
    const files = sources.get(language);
    if (files === undefined) sources.set(language, [path]);
    else files.push(path);
  }
  return sources;
}

function exemptFiles(filter: Filter | undefined, files: readonly string[]): ExemptFiles {
  const exempt = files.map((path) => ({ path, result: decide(filter, path) })).filter(({ result }) => !result.starts);
  const listed = exempt.slice(0, LISTED_FILES).map(({ path, result: { starts: _, ...decidedBy } }) => ({ path, ...decidedBy }));
  return { tracked: files.length, count: exempt.length, files: listed };
}

function unmatchedPatterns(filter: Filter | undefined, paths: readonly string[]): Pattern[] {
  const unmatched = (filter?.patterns ?? []).filter((pattern) => !paths.some(pattern.matches));
  return unmatched.map(({ pattern, line }) => ({ pattern, line }));
}
