import { AssureError } from "@assurance-case/model";
import type { GitRepository } from "../git/repository.ts";

/** A commit of the log, with its people: for counting only, never for a fact. */
export interface LoggedCommit {
  readonly oid: string;
  readonly parents: readonly string[];
  readonly authorName: string;
  readonly authorEmail: string;
  /** Addresses of those who signed it off, in lower case, by its trailers as git reads them: those of the last paragraph. */
  readonly signers: readonly string[];
}

const TRAILERS = "%(trailers:key=Signed-off-by,valueonly,unfold,separator=%x1f)";
const FORMAT = `--format=tformat:%H%x00%P%x00%an%x00%ae%x00${TRAILERS}`;
const LOG = ["log", "-z", "-s", "--date-order", "--no-show-signature", "--no-mailmap", "--no-color", "--encoding=UTF-8", FORMAT];
const FIELDS = 5;
// A sign-off says who, as git commit -s writes it (https://developercertificate.org/).
const SIGN_OFF = /^\s*[^<>\s][^<>]*<([^<>\s]+@[^<>\s]+)>/u;

/** All commits that lead to the repository's commit: no parent before its children, else the newest first (--date-order). */
export async function readLog(repository: GitRepository): Promise<readonly LoggedCommit[]> {
  const output = await repository.objects([...LOG, repository.commit, "--"]);
  const fields = output.toString("utf8").split("\0");
  const commits: LoggedCommit[] = [];
  const { length } = repository.commit;
  for (let next = 0; fields.length - next > FIELDS; next += FIELDS) {
    const [oid = "", above = "", authorName = "", authorEmail = "", signOffs = ""] = fields.slice(next, next + FIELDS);
    if (oid.length !== length) throw new AssureError("collect/git-failed", "git log answers in an unknown form.");
    commits.push({ oid, parents: split(above, " "), authorName, authorEmail, signers: signersOf(signOffs) });
  }
  return commits;
}

function signersOf(signOffs: string): readonly string[] {
  return split(signOffs, "\x1f").flatMap((signOff) => SIGN_OFF.exec(signOff)?.[1]?.toLowerCase() ?? []);
}

function split(text: string, separator: string): readonly string[] {
  return text === "" ? [] : text.split(separator);
}
