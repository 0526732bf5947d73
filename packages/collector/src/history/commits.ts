import type { CommitsSince } from "@assurance-case/model";
import type { CaseChange } from "./changes.ts";
import type { LoggedCommit } from "./log.ts";
import { countSignOffs } from "./sign-offs.ts";

/** The commits since a change of the case, the newest first: it, and all of the log that its parents do not reach. */
export function commitsSince(log: readonly LoggedCommit[], introduction: CaseChange, bots: ReadonlySet<string>): CommitsSince {
  const before = reachable(log, introduction.parents);
  return countSignOffs(
    log.filter(({ oid }) => !before.has(oid)),
    bots,
  );
}

/** One walk over the log that is there costs less than another log from git. */
function reachable(log: readonly LoggedCommit[], from: readonly string[]): ReadonlySet<string> {
  const parents = new Map(log.map((commit) => [commit.oid, commit.parents]));
  const found = new Set(from);
  for (const oid of found) for (const parent of parents.get(oid) ?? []) found.add(parent);
  return found;
}
