import { resolve } from "node:path";
import { runGit } from "./run.ts";

/** What the target's own references and configuration say: asked for as soon as its path is known. */
export interface References {
  /** Its tags, and the branch that its remote `origin` has at HEAD; the newest first. Those that lead nowhere are left out. */
  readonly listed: Promise<readonly Reference[]>;
  /** As its own configuration has it: without `url.<base>.insteadOf`, which could make it any other. */
  readonly originUrl: Promise<string | undefined>;
}

/** A tag or a branch, as git lists it. */
export interface Reference {
  /** Such as refs/tags/v1. */
  readonly name: string;
  /** The reference that it points to by name, if any. */
  readonly symref: string;
  readonly type: string;
  readonly oid: string;
  /** What a tag object leads to. */
  readonly target: { readonly type: string; readonly oid: string };
}

const FORMAT = "%(refname)%00%(symref)%00%(objecttype)%00%(objectname)%00%(*objecttype)%00%(*objectname)";
// The last key counts first: the newest first, and by name where dates are the same.
const LIST = ["for-each-ref", "--sort=refname", "--sort=-creatordate", `--format=${FORMAT}`];
const LISTED = ["refs/tags/", "refs/remotes/origin/HEAD"];
const ORIGIN = ["config", "--local", "--no-includes", "-z", "--get-all", "remote.origin.url"];

/** Reads the references and the remote of the repository that a path is in. A failure shows where it is awaited. */
export function readReferences(path: string): References {
  const [listed, originUrl] = [listReferences(resolve(path)), readOriginUrl(resolve(path))];
  for (const reading of [listed, originUrl]) reading.catch(() => undefined);
  return { listed, originUrl };
}

async function listReferences(path: string): Promise<readonly Reference[]> {
  const lines = (await runGit(["-C", path, ...LIST, ...LISTED])).toString("utf8").split("\n");
  return lines.filter((line) => line !== "").map(referenceOf);
}

function referenceOf(line: string): Reference {
  const [name = "", symref = "", type = "", oid = "", targetType = "", targetOid = ""] = line.split("\0");
  return { name, symref, type, oid, target: { type: targetType, oid: targetOid } };
}

async function readOriginUrl(path: string): Promise<string | undefined> {
  const answer = await runGit(["-C", path, ...ORIGIN], { accept: [0, 1], maxBytes: 1024 * 1024 });
  return answer.length === 0 ? undefined : answer.toString("utf8").split("\0", 1)[0];
}
