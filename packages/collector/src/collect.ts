import { type AssuranceCase, digestJson, type Facts, type Snapshot, type Vocabulary } from "@assurance-case/model";
import { collectDependabot } from "./dependencies/dependabot.ts";
import { collectManifests } from "./dependencies/manifests.ts";
import { collectRenovate } from "./dependencies/renovate.ts";
import { collectExamples } from "./examples.ts";
import { collectGenerate } from "./generate/generate.ts";
import { collectModules } from "./generate/modules.ts";
import type { GitRepository } from "./git/repository.ts";
import { collectHistory } from "./history/history.ts";
import { liveFactsOfClone } from "./live.ts";
import { collectMaintainers } from "./maintainers.ts";
import { collectPathFilters } from "./path-filters/path-filters.ts";
import type { Readings } from "./readings.ts";
import { collectTargets } from "./targets/targets.ts";
import { collectWorkflows } from "./workflows/workflows.ts";

/** What the collector is told. */
export interface CollectRequest {
  readonly case: AssuranceCase;
  readonly vocabulary: Vocabulary;
  /** The ref that was asked for. */
  readonly ref: string | undefined;
  /** Authors, by name or address, whose commits need no sign-off. */
  readonly bots: readonly string[];
  /** The case has none of its words: `redactCase` made it. */
  readonly redacted: boolean;
  /** Name and version of what collects. */
  readonly tool: string;
  readonly now: Date;
}

/** The snapshot of a repository at its commit: every fact in its envelope. */
export async function collect(repository: GitRepository, readings: Readings, request: CollectRequest): Promise<Snapshot> {
  const facts = await collectFacts(repository, readings, request);
  return {
    schemaVersion: 1,
    subject: subjectOf(repository, facts),
    vocabulary: digestJson(request.vocabulary),
    case: request.case,
    facts,
    provenance: {
      collectedAt: request.now.toISOString(),
      tool: request.tool,
      ...(request.ref === undefined ? {} : { ref: request.ref }),
      redacted: request.redacted,
    },
  };
}

const notYet = { status: "not-collected", reason: "this version does not look yet" } as const;

async function collectFacts(repository: GitRepository, readings: Readings, request: CollectRequest): Promise<Facts> {
  const { readBlob } = repository;
  const { case: assuranceCase, vocabulary, bots } = request;
  const [tree, identity, defaultBranch] = await Promise.all([repository.listTree(), readings.identity, readings.defaultBranch]);
  const claimIds = assuranceCase.claims.map(({ id }) => id);
  const links = assuranceCase.claims.flatMap((claim) => claim.links);
  const dependabot = await collectDependabot(tree, readBlob);
  const [targets, workflows, generate, history, tags, maintainers, examples, manifests] = await Promise.all([
    collectTargets({ tree, readBlob, links, vocabulary }),
    collectWorkflows({ tree, readBlob, vocabulary, defaultBranch }),
    readings.lines.then((lines) => collectGenerate({ tree, readBlob, lines: lines.filter(({ path }) => path.endsWith(".go")) })),
    readings.history.then((reading) => collectHistory(repository, reading, { claimIds, readCaseIds: identifiersIn, bots })),
    readings.tags,
    collectMaintainers(tree, readBlob),
    readings.lines.then((lines) => collectExamples(lines.filter(({ path }) => !path.endsWith(".go")))),
    collectManifests(tree, readBlob, dependabot),
  ]);
  return {
    repository: identity,
    default_branch: defaultBranch,
    targets,
    workflows,
    path_filters: collectPathFilters({ workflows, tree, watched: watchedPaths(assuranceCase, generate, manifests) }),
    modules: collectModules(tree),
    generate,
    ...history,
    tags,
    maintainers,
    dependabot,
    renovate: collectRenovate(tree),
    manifests,
    examples,
    evidence_changes: notYet,
    badge_entry: {
      status: "not-collected",
      reason: "the entry is fetched only with --online, which this version does not have yet",
    },
    ...liveFactsOfClone(),
  };
}

/** The words of a version of the case that can be identifiers. To have a claim's identifier a version need not be parsed. */
function identifiersIn(text: string): ReadonlySet<string> {
  return new Set(text.match(/[\p{L}\p{N}]+(?:[.-][\p{L}\p{N}]+)*/gu));
}

const WATCHED_MANIFESTS = 50;

/** The paths whose sole change should start the checks: outputs of generators, cited files, manifests, the case itself. */
function watchedPaths(
  assuranceCase: AssuranceCase,
  generate: Facts["generate"],
  manifests: Facts["manifests"],
): readonly string[] {
  const cited = assuranceCase.claims.flatMap(({ links }) => links.flatMap(({ path }) => (path === undefined ? [] : [path])));
  const directives = generate.status === "observed" ? generate.value.directives : [];
  const outputs = directives.flatMap(({ output }) => (output.status === "observed" ? [output.value] : []));
  const found = manifests.status === "observed" ? manifests.value.manifests : [];
  const naming = found.filter(({ ecosystem, dependencies }) => ecosystem !== "github-actions" && dependencies !== false);
  const named = naming.slice(0, WATCHED_MANIFESTS).map(({ path }) => path);
  return [...new Set([assuranceCase.path, ...cited, ...outputs, ...named])].sort();
}

function subjectOf(repository: GitRepository, { repository: identity }: Facts): Snapshot["subject"] {
  const { commit, tree, authoredAt, committedAt } = repository;
  const subject = { commit, tree, authoredAt, committedAt };
  if (identity.status !== "observed") return subject;
  const { host, owner, name } = identity.value;
  return { repository: `https://${host}/${owner}/${name}`, ...subject };
}
