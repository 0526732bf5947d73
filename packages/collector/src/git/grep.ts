import { AssureError } from "@assurance-case/model";
import type { Git } from "./run.ts";

/** A line of a file that matches. */
export interface GrepLine {
  readonly path: string;
  readonly line: number;
  readonly text: string;
}

/** What to look for: an extended regular expression, in the files of some pathspecs. */
export interface GrepRequest {
  readonly pattern: string;
  readonly pathspecs: readonly string[];
}

const MAX_BYTES = 16 * 1024 * 1024;
const MATCH = /([^\0]*)\0(\d+)[\0:]([^\n]*)\n/guy;

/** The lines of a commit's files that match, by path and line. Throws `collect/limit` when they are over 16 MiB. */
export async function grepTree(objects: Git, commit: string, { pattern, pathspecs }: GrepRequest): Promise<readonly GrepLine[]> {
  // -a: a file must not hide from the search by a NUL byte or an attribute that calls it binary.
  const args = ["grep", "-n", "-z", "-a", "-E", "--no-color", "--no-textconv", "--full-name", "-e", pattern, commit, "--"];
  const output = await objects([...args, ...pathspecs], { accept: [0, 1], maxBytes: MAX_BYTES });
  const answer = output.toString("utf8");
  const matches = [...answer.matchAll(MATCH)];
  const read = matches.reduce((length, [match]) => length + match.length, 0);
  if (read !== answer.length) throw new AssureError("collect/git-failed", "git grep answers in an unknown form.");
  return matches.map(([, place = "", line, text = ""]) => ({ path: place.slice(commit.length + 1), line: Number(line), text }));
}
