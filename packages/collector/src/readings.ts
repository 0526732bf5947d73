import type { DefaultBranch, Fact, Repository, Tags } from "@assurance-case/model";
import type { GrepLine } from "./git/grep.ts";
import { type GitRepository, openRepository } from "./git/repository.ts";
import { type HistoryReading, readHistory } from "./history/history.ts";
import { collectDefaultBranch, collectRepositoryIdentity } from "./identity.ts";
import { collectTags } from "./tags.ts";

export { type GitRepository, openRepository };

/** What git is asked for besides files. None of it needs the case parsed, so git works while it is. */
export interface Readings {
  readonly identity: Promise<Fact<Repository>>;
  readonly defaultBranch: Promise<Fact<DefaultBranch>>;
  readonly tags: Promise<Fact<Tags>>;
  /** Lines with a go:generate directive, and those that name a frontend of BuildKit. */
  readonly lines: Promise<readonly GrepLine[]>;
  readonly history: Promise<HistoryReading>;
}

export interface ReadingOptions {
  /** owner/name on GitHub, when configured. */
  readonly repository: string | undefined;
  /** Name of the default branch, when configured. */
  readonly defaultBranch: string | undefined;
  readonly casePath: Promise<string>;
}

const LINES = "^(//go:generate[ \t]|#[ \t]*syntax[ \t]*=)";

/** Asks git for everything at once. A failure, such as `usage/invalid` for what is configured, shows where it is awaited. */
export function readRepository(repository: GitRepository, options: ReadingOptions): Readings {
  const readings = {
    history: readHistory(repository, options.casePath),
    lines: repository.grepLines({ pattern: LINES, pathspecs: ["*.go", "*.yml", "*.yaml"] }),
    identity: collectRepositoryIdentity(repository, options.repository),
    defaultBranch: collectDefaultBranch(repository, options.defaultBranch),
    tags: collectTags(repository),
  };
  for (const reading of Object.values<Promise<unknown>>(readings)) reading.catch(() => undefined);
  return readings;
}
