import type { CommitsSince } from "@assurance-case/model";
import type { GitRepository } from "../git/repository.ts";
import type { CaseChange } from "./changes.ts";
import { type LoggedCommit, readLog } from "./log.ts";
import { countSignOffs } from "./sign-offs.ts";

/** By the commit of each of these changes, the oldest first, the numbers of the commits since: it, and all that its parents do not reach. */
export async function commitsSince(
  repository: GitRepository,
  changes: readonly CaseChange[],
  bots: ReadonlySet<string>,
): Promise<Readonly<Record<string, CommitsSince>>> {
  const graph = new Graph(await readLogSince(repository, changes));
  return Object.fromEntries(
    changes.map(({ at, parents }) => {
      const before = graph.reachable(parents);
      const since = graph.log.filter(({ oid }) => !before.has(oid));
      return [at.commit, countSignOffs(since, bots)];
    }),
  );
}

/** One log for all changes: since the oldest where all others build on it, else the whole. */
async function readLogSince(
  repository: GitRepository,
  [oldest, ...others]: readonly CaseChange[],
): Promise<readonly LoggedCommit[]> {
  if (oldest === undefined) return [];
  const log = await readLog(repository, oldest.parents);
  const graph = new Graph(log);
  const buildsOnOldest = ({ parents }: CaseChange): boolean => graph.reachable(parents).has(oldest.at.commit);
  return others.every(buildsOnOldest) ? log : readLog(repository, []);
}

class Graph {
  readonly log: readonly LoggedCommit[];
  readonly #parents: ReadonlyMap<string, readonly string[]>;

  constructor(log: readonly LoggedCommit[]) {
    this.log = log;
    this.#parents = new Map(log.map(({ oid, parents }) => [oid, parents]));
  }

  /** These commits, and what they build on, as far as the log has it. */
  reachable(from: readonly string[]): ReadonlySet<string> {
    const found = new Set(from);
    for (const oid of found) for (const parent of this.#parents.get(oid) ?? []) found.add(parent);
    return found;
  }
}
