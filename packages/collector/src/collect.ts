import { type AssuranceCase, digestJson, type Facts, type Snapshot, type Vocabulary } from "@assurance-case/model";
import { collectGenerate } from "./generate/generate.ts";
import { collectModules } from "./generate/modules.ts";
import type { GitRepository } from "./git/repository.ts";
import { collectHistory } from "./history/history.ts";
import { collectDefaultBranch, collectRepositoryIdentity } from "./identity.ts";
import { liveFactsOfClone } from "./live.ts";
import { collectPathFilters } from "./path-filters/path-filters.ts";
import { collectTags } from "./tags.ts";
import { collectTargets } from "./targets/targets.ts";
import { collectWorkflows } from "./workflows/workflows.ts";

/** What the collector is told. */
export interface CollectRequest {
  readonly case: AssuranceCase;
  readonly vocabulary: Vocabulary;
  /** owner/name on GitHub, when configured. */
  readonly repository: string | undefined;
  /** Name of the default branch, when configured. */
  readonly defaultBranch: string | undefined;
  /** The ref that was asked for. */
  readonly ref: string | undefined;
  /** Authors, by name or address, whose commits need no sign-off. */
  readonly bots: readonly string[];
  /** Name and version of what collects. */
  readonly tool: string;
  readonly now: Date;
}

/** The snapshot of a repository at its commit: every fact in its envelope. */
export async function collect(repository: GitRepository, request: CollectRequest): Promise<Snapshot> {
  const facts = await collectFacts(repository, request);
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
      redacted: false,
    },
  };
}

async function collectFacts(repository: GitRepository, request: CollectRequest): Promise<Facts> {
  const { case: assuranceCase } = request;
  const [identity, content, history, tags] = await Promise.all([
    collectRepositoryIdentity(repository, request.repository),
    collectContent(repository, request),
    collectHistory(repository, {
      casePath: assuranceCase.path,
      claimIds: assuranceCase.claims.map(({ id }) => id),
      readCaseIds: identifiersIn,
      bots: request.bots,
    }),
    collectTags(repository),
  ]);
  return { repository: identity, ...content, ...history, tags, ...liveFactsOfClone() };
}

type ContentFacts = Pick<Facts, "default_branch" | "targets" | "workflows" | "path_filters" | "modules" | "generate">;

/** The facts that the files of the commit show. */
async function collectContent(repository: GitRepository, request: CollectRequest): Promise<ContentFacts> {
  const { readBlob } = repository;
  const { case: assuranceCase, vocabulary } = request;
  const [defaultBranch, tree, lines] = await Promise.all([
    collectDefaultBranch(repository, request.defaultBranch),
    repository.listTree(),
    repository.grepLines({ pattern: "^//go:generate[ \t]", pathspecs: ["*.go"] }),
  ]);
  const links = assuranceCase.claims.flatMap((claim) => claim.links);
  const [targets, workflows, generate] = await Promise.all([
    collectTargets({ tree, readBlob, links, vocabulary }),
    collectWorkflows({ tree, readBlob, vocabulary, defaultBranch }),
    collectGenerate({ tree, readBlob, lines }),
  ]);
  const path_filters = collectPathFilters({ workflows, tree, watched: watchedPaths(assuranceCase, generate) });
  return { default_branch: defaultBranch, targets, workflows, path_filters, modules: collectModules(tree), generate };
}

/** The words of a version of the case that can be identifiers. To have a claim's identifier a version need not be parsed. */
function identifiersIn(text: string): ReadonlySet<string> {
  return new Set(text.match(/[\p{L}\p{N}]+(?:[.-][\p{L}\p{N}]+)*/gu));
}

/** The paths whose sole change should start the checks: outputs of generators, cited files, the case itself. */
function watchedPaths(assuranceCase: AssuranceCase, generate: Facts["generate"]): readonly string[] {
  const cited = assuranceCase.claims.flatMap(({ links }) => links.flatMap(({ path }) => (path === undefined ? [] : [path])));
  const directives = generate.status === "observed" ? generate.value.directives : [];
  const outputs = directives.flatMap(({ output }) => (output.status === "observed" ? [output.value] : []));
  return [...new Set([assuranceCase.path, ...cited, ...outputs])].sort();
}

function subjectOf(repository: GitRepository, { repository: identity }: Facts): Snapshot["subject"] {
  const { commit, tree, authoredAt, committedAt } = repository;
  const subject = { commit, tree, authoredAt, committedAt };
  if (identity.status !== "observed") return subject;
  const { host, owner, name } = identity.value;
  return { repository: `https://${host}/${owner}/${name}`, ...subject };
}
