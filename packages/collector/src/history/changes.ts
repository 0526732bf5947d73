import { AssureError, type CommitAt } from "@assurance-case/model";
import { isoDate } from "../git/commit.ts";
import type { GitRepository } from "../git/repository.ts";

/** A commit that changed the case, and the blobs before and after; undefined where the case was not there. */
export interface CaseChange {
  readonly at: CommitAt;
  readonly parents: readonly string[];
  readonly before: string | undefined;
  readonly after: string | undefined;
}

// -M5%: a move that rewrites nearly all is still followed. Where it follows too far, the identifier is not in what it finds.
// --date-order: no commit comes before one that builds on it, and what is side by side comes by date.
const LOG = ["--literal-pathspecs", "log", "--follow", "-M5%", "--raw", "-z", "--no-abbrev", "--date-order", "--date=raw"];
const FORMAT = [
  "--no-show-signature",
  "--diff-merges=off",
  "--no-color",
  "--no-ext-diff",
  "--no-textconv",
  "--format=tformat:%H%x00%P%x00%cd",
];
const RAW = /^:\d{6} \d{6} (?<before>[0-9a-f]+) (?<after>[0-9a-f]+) (?<status>[A-Z])\d*$/u;

/** The commits, merges left out, that changed the case, through renames; the newest first. */
export async function readCaseChanges(repository: GitRepository, path: string): Promise<readonly CaseChange[]> {
  const output = await repository.objects([...LOG, ...FORMAT, repository.commit, "--", path]);
  const fields = output.toString("utf8").split("\0");
  const changes: CaseChange[] = [];
  for (let next = 0; fields.length - next > 3; ) {
    const [commit = "", parents = "", date = "", raw = ""] = fields.slice(next, next + 4);
    const { before = "", after = "", status } = RAW.exec(raw.trimStart())?.groups ?? {};
    if (status === undefined) throw new AssureError("collect/git-failed", "git log answers in an unknown form.");
    changes.push({
      at: { commit: commit.trimStart(), committedAt: isoDate(date) },
      parents: parents.split(" ").filter((parent) => parent !== ""),
      before: blob(before),
      after: blob(after),
    });
    // A rename or a copy has two paths.
    next += status === "R" || status === "C" ? 6 : 5;
  }
  return changes;
}

function blob(oid: string): string | undefined {
  return /^0+$/u.test(oid) ? undefined : oid;
}
