import { StringDecoder } from "node:string_decoder";
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
const LOG = ["log", "-z", "-s", "--no-show-signature", "--no-mailmap", "--no-color", "--encoding=UTF-8", FORMAT];
const FIELDS = 5;
// A sign-off says who, as git commit -s writes it (https://developercertificate.org/).
const SIGN_OFF = /^\s*[^<>\s][^<>]*<([^<>\s]+@[^<>\s]+)>/u;

/** The commits that lead to the repository's commit, but not to these, the newest first. They are read while git writes them. */
export async function readLog(repository: GitRepository, before: readonly string[]): Promise<readonly LoggedCommit[]> {
  const commits: LoggedCommit[] = [];
  const decoder = new StringDecoder("utf8");
  let fields: string[] = [];
  let rest = "";
  const onData = (chunk: Buffer): void => {
    const parts = (rest + decoder.write(chunk)).split("\0");
    rest = parts.pop() ?? "";
    for (const part of parts) {
      fields.push(part);
      if (fields.length < FIELDS) continue;
      commits.push(commitOf(fields, repository.commit.length));
      fields = [];
    }
  };
  await repository.objects([...LOG, repository.commit, ...before.map((oid) => `^${oid}`), "--"], { onData });
  if (fields.length > 0 || rest !== "") throw unknownForm();
  return commits;
}

function commitOf(fields: readonly string[], lengthOfId: number): LoggedCommit {
  const [oid = "", above = "", authorName = "", authorEmail = "", signOffs = ""] = fields;
  if (oid.length !== lengthOfId) throw unknownForm();
  return { oid, parents: split(above, " "), authorName, authorEmail, signers: signersOf(signOffs) };
}

function unknownForm(): AssureError {
  return new AssureError("collect/git-failed", "git log answers in an unknown form.");
}

function signersOf(signOffs: string): readonly string[] {
  return split(signOffs, "\x1f").flatMap((signOff) => SIGN_OFF.exec(signOff)?.[1]?.toLowerCase() ?? []);
}

function split(text: string, separator: string): readonly string[] {
  return text === "" ? [] : text.split(separator);
}
