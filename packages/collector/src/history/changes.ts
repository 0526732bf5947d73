import { AssureError, type CommitAt } from "@assurance-case/model";
import { isoDate } from "../git/commit.ts";
import type { GitRepository } from "../git/repository.ts";

/** A commit that changed the case, and the blobs before and after; undefined where the case was not there. */
export interface CaseChange {
  readonly at: CommitAt;
  readonly parents: readonly string[];
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** Of a change that added the case: the Markdown documents that it took away. */
  readonly gone: readonly string[];
}

/** A file that a commit changed. */
interface RawChange {
  readonly status: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly path: string;
  /** Where a file that was moved or copied went. */
  readonly target: string | undefined;
}

// --date-order: no commit comes before one that builds on it, and what is side by side comes by date. git's own --follow
// takes twice as long, and loses the way where a case was moved away and back.
const LOG = [
  "--literal-pathspecs",
  "log",
  "--full-history",
  "--no-merges",
  "--no-renames",
  "--date-order",
  "--date=raw",
  "--no-show-signature",
];
const RAW = ["--raw", "-z", "--no-abbrev", "--no-color", "--no-ext-diff", "--no-textconv"];
const FORMAT = ["--format=tformat:%H%x00%P%x00%cd"];
// 5 %: a move that rewrites nearly all is still followed. Where it follows too far, the identifier is not in what it finds.
const DIFF = ["diff-tree", "-r", ...RAW, "-M5%", "-C5%", "--find-copies-harder", "--no-commit-id"];
const RAW_CHANGE = /^:\d{6} \d{6} (?<before>[0-9a-f]+) (?<after>[0-9a-f]+) (?<status>[A-Z])\d*$/u;
const MOST_MOVES = 50;

/** The commits, merges left out, that changed the case, through renames and copies; the newest first. Throws `collect/*`. */
export async function readCaseChanges(repository: GitRepository, casePath: string): Promise<readonly CaseChange[]> {
  const changes: CaseChange[] = [];
  let place: Place | undefined = { path: casePath, commit: repository.commit };
  for (let moves = 0; place !== undefined; moves += 1) {
    if (moves > MOST_MOVES) throw new AssureError("collect/limit", `The case was moved more than ${MOST_MOVES} times.`);
    const found = await readChangesAt(repository, place);
    changes.push(...found.changes);
    place = found.origin;
  }
  return changes;
}

/** Where the case was, as of a commit. */
interface Place {
  readonly path: string;
  readonly commit: string;
}

/** The changes of the case while it was at one path, and where it came from, if from anywhere. */
async function readChangesAt(
  repository: GitRepository,
  place: Place,
): Promise<{ readonly changes: readonly CaseChange[]; readonly origin: Place | undefined }> {
  const changes: CaseChange[] = [];
  for (const change of await readLogAt(repository, place)) {
    const [parent] = change.parents;
    if (change.before !== undefined || parent === undefined) {
      changes.push(change);
      continue;
    }
    const raw = await readDiff(repository, parent, change.at.commit, place.path);
    const source = raw.find(({ target }) => target === place.path);
    if (source !== undefined) {
      return { changes: [...changes, { ...change, before: source.before }], origin: { path: source.path, commit: parent } };
    }
    const gone = raw.flatMap(({ status, before }) => (status === "D" && before !== undefined ? [before] : []));
    changes.push({ ...change, gone });
  }
  return { changes, origin: undefined };
}

async function readLogAt(repository: GitRepository, { path, commit }: Place): Promise<readonly CaseChange[]> {
  const output = await repository.objects([...LOG, ...RAW, ...FORMAT, commit, "--", path]);
  const fields = output.toString("utf8").split("\0");
  const changes: CaseChange[] = [];
  for (let next = 0; fields.length - next > 3; ) {
    const [at = "", parents = "", date = ""] = fields.slice(next, next + 3);
    const raw = rawChangeAt(fields, next + 3);
    changes.push({
      at: { commit: at.trimStart(), committedAt: isoDate(date) },
      parents: parents.split(" ").filter((parent) => parent !== ""),
      before: raw.before,
      after: raw.after,
      gone: [],
    });
    next += 3 + raw.length;
  }
  return changes;
}

async function readDiff(repository: GitRepository, parent: string, commit: string, path: string): Promise<readonly RawChange[]> {
  const output = await repository.objects([...DIFF, parent, commit, "--", `:(literal)${path}`, "*.md", "*.markdown"]);
  const fields = output.toString("utf8").split("\0");
  const changes: RawChange[] = [];
  for (let next = 0; fields.length - next > 1; ) {
    const raw = rawChangeAt(fields, next);
    changes.push(raw);
    next += raw.length;
  }
  return changes;
}

/** One change of git's raw format, and how many fields it takes. */
function rawChangeAt(fields: readonly string[], at: number): RawChange & { readonly length: number } {
  const [written = "", path = "", target = ""] = fields.slice(at, at + 3);
  const { before = "", after = "", status } = RAW_CHANGE.exec(written.trimStart())?.groups ?? {};
  if (status === undefined) throw new AssureError("collect/git-failed", "git answers in an unknown form.");
  const moved = status === "R" || status === "C";
  return { status, before: blob(before), after: blob(after), path, target: moved ? target : undefined, length: moved ? 3 : 2 };
}

function blob(oid: string): string | undefined {
  return /^0+$/u.test(oid) ? undefined : oid;
}
