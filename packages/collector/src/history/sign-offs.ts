import type { CommitList, CommitsSince } from "@assurance-case/model";
import type { LoggedCommit } from "./log.ts";

const SHOWN = 50;

/** Counts the commits, newest first, by their sign-offs. Merges, told by their parents, need none. */
export function countSignOffs(commits: readonly LoggedCommit[], bots: ReadonlySet<string>): CommitsSince {
  const plain = commits.filter((commit) => commit.parents.length < 2);
  const signed = plain.filter((commit) => commit.signers.length > 0);
  const unsigned = plain.filter((commit) => commit.signers.length === 0);
  const people = unsigned.filter((commit) => !bots.has(commit.authorName) && !bots.has(commit.authorEmail));
  return {
    commits: commits.length,
    merges: commits.length - plain.length,
    bots: unsigned.length - people.length,
    signed: signed.length,
    unsigned: listed(people),
    otherEmail: listed(signed.filter((commit) => !commit.signers.includes(commit.authorEmail.toLowerCase()))),
  };
}

function listed(commits: readonly LoggedCommit[]): CommitList {
  return { count: commits.length, commits: commits.slice(0, SHOWN).map(({ oid }) => oid) };
}
