import { AssureError, type Blind } from "@assurance-case/model";
import type { GitRepository } from "../git/repository.ts";
import type { CaseChange } from "./changes.ts";

/** Identifiers of the claims in a version of the case. */
export type ReadCaseIds = (text: string) => ReadonlySet<string>;

/** By claim, the change that introduced it, or why it is not known. */
export type Introductions = ReadonlyMap<string, CaseChange | Blind>;

const MAX_VERSIONS = 2000;
const NONE: ReadonlySet<string> = new Set();
const REMEDY = "Look at the merges that changed the case, and judge by hand.";

const HIDDEN: Blind = {
  status: "unavailable",
  reason: "The claim was in the case before the first change that shows it: a merge brought it in.",
  remedy: REMEDY,
};
const REWRITTEN: Blind = {
  status: "unavailable",
  reason: "The change that added the case took away a document that had the claim: it was moved, and rewritten.",
  remedy: "Look at the commits before that one, and judge by hand.",
};
const NOT_SEEN: Blind = {
  status: "unavailable",
  reason: "No change of the case but a merge brought the claim in.",
  remedy: REMEDY,
};
const TOO_MANY: Blind = { status: "unavailable", reason: `It was not in the first ${MAX_VERSIONS} changes of the case.` };

/** For each claim the change that first had its identifier in the case, or why it cannot be told. Never a guess. */
export async function findIntroductions(
  repository: GitRepository,
  changes: readonly CaseChange[],
  { claimIds, readCaseIds }: { readonly claimIds: readonly string[]; readonly readCaseIds: ReadCaseIds },
): Promise<Introductions> {
  const found = new Map<string, CaseChange | Blind>();
  const waiting = new Set(claimIds);
  const idsAt = versionReader(repository, readCaseIds);
  const oldestFirst = changes.toReversed();
  for (const change of oldestFirst.slice(0, MAX_VERSIONS)) {
    if (waiting.size === 0) break;
    const [before, after, gone] = await Promise.all([
      idsAt(change.before),
      idsAt(change.after),
      Promise.all(change.gone.slice(0, MAX_GONE).map(idsAt)),
    ]);
    const lost = new Set(gone.flatMap((version) => ("status" in version ? [] : [...version])));
    for (const id of waiting) {
      const introduction = lost.has(id) ? REWRITTEN : introductionBy(change, id, before, after);
      if (introduction === undefined) continue;
      found.set(id, introduction);
      waiting.delete(id);
    }
  }
  const rest = changes.length > MAX_VERSIONS ? TOO_MANY : NOT_SEEN;
  return new Map(claimIds.map((id) => [id, found.get(id) ?? rest]));
}

const MAX_GONE = 50;

type Version = ReadonlySet<string> | Blind;

function introductionBy(change: CaseChange, id: string, before: Version, after: Version): CaseChange | Blind | undefined {
  if ("status" in before) return before;
  if (before.has(id)) return HIDDEN;
  if ("status" in after) return after;
  return after.has(id) ? change : undefined;
}

function versionReader(repository: GitRepository, readCaseIds: ReadCaseIds): (oid: string | undefined) => Promise<Version> {
  const versions = new Map<string, Promise<Version>>();
  return (oid) => {
    if (oid === undefined) return Promise.resolve(NONE);
    const version = versions.get(oid) ?? readVersion(repository, oid, readCaseIds);
    versions.set(oid, version);
    return version;
  };
}

async function readVersion(repository: GitRepository, oid: string, readCaseIds: ReadCaseIds): Promise<Version> {
  try {
    return readCaseIds((await repository.readBlob(oid)).toString("utf8"));
  } catch (error) {
    if (!(error instanceof AssureError)) throw error;
    return { status: "unavailable", reason: `An older version of the case cannot be read: ${error.message}` };
  }
}
