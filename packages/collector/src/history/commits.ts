import type { CommitsSince } from "@assurance-case/model";
import type { CaseChange } from "./changes.ts";
import type { LoggedCommit } from "./log.ts";
import { countSignOffs } from "./sign-offs.ts";

/**
 * The commits since a change of the case: it, and all of the log that are not reachable from its parents. The log is
 * that of the whole history, children first: one walk over it costs less than another log from git.
 */
export function commitsSince(log: readonly LoggedCommit[], introduction: CaseChange, bots: ReadonlySet<string>): CommitsSince {
  const before = new Set(introduction.parents);
  const commits = log.filter(({ oid, parents }) => {
    if (!before.has(oid)) return true;
    for (const parent of parents) before.add(parent);
    return false;
  });
  return countSignOffs(commits, bots);
}
