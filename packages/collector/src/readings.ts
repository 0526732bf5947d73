import type { DefaultBranch, Fact, Repository, Tags } from "@assurance-case/model";
import type { GrepLine } from "./git/grep.ts";
import type { GitRepository } from "./git/repository.ts";
import { type HistoryReading, readHistory } from "./history/history.ts";
import { collectDefaultBranch, collectRepositoryIdentity } from "./identity.ts";
import { collectTags } from "./tags.ts";

/** What git is asked for besides files. None of it needs the case parsed, so git can work while it is. */
export interface Readings {
  readonly identity: Fact<Repository>;
  readonly defaultBranch: Fact<DefaultBranch>;
  readonly tags: Fact<Tags>;
  /** Lines with a go:generate directive. */
  readonly directives: readonly GrepLine[];
  readonly history: HistoryReading;
}

export interface ReadingOptions {
  /** owner/name on GitHub, when configured. */
  readonly repository: string | undefined;
  /** Name of the default branch, when configured. */
  readonly defaultBranch: string | undefined;
  readonly casePath: Promise<string>;
}

/** Asks git for everything at once. Throws `usage/invalid` for what is configured. */
export async function readRepository(repository: GitRepository, options: ReadingOptions): Promise<Readings> {
  const [history, directives, identity, defaultBranch, tags] = await Promise.all([
    readHistory(repository, options.casePath),
    repository.grepLines({ pattern: "^//go:generate[ \t]", pathspecs: ["*.go"] }),
    collectRepositoryIdentity(repository, options.repository),
    collectDefaultBranch(repository, options.defaultBranch),
    collectTags(repository),
  ]);
  return { identity, defaultBranch, tags, directives, history };
}
