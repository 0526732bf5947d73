import { type Blind, type Facts, observed } from "@assurance-case/model";
import { blindOf } from "../git/blind.ts";
import type { GitRepository } from "../git/repository.ts";
import { type CaseChange, readCaseChanges } from "./changes.ts";
import { commitsSince } from "./commits.ts";
import { findIntroductions, type Introductions, type ReadCaseIds } from "./introductions.ts";

/** What history is asked for. */
export interface HistoryRequest {
  readonly claimIds: readonly string[];
  /** Identifiers of the claims in the text of any version of the case. */
  readonly readCaseIds: ReadCaseIds;
  /** Authors, by exact name or address, whose commits need no sign-off. */
  readonly bots: readonly string[];
}

/** The two facts of history. */
export type History = Pick<Facts, "case_history" | "claim_history">;

const SHALLOW: Blind = {
  status: "unavailable",
  reason: "The clone is shallow: its older commits are not there.",
  remedy: "Set 'fetch-depth: 0' on actions/checkout, or run git fetch --unshallow.",
};

/** The changes of the case, or why they are not known. */
export type HistoryReading = readonly CaseChange[] | Blind;

/** Reads the changes of the case, through renames. */
export async function readHistory(repository: GitRepository, casePath: Promise<string>): Promise<HistoryReading> {
  const path = await casePath;
  if (repository.shallow) return SHALLOW;
  try {
    return await readCaseChanges(repository, path);
  } catch (error) {
    return blindOf(error, repository.partial);
  }
}

/**
 * How often and when the case changed, and, for each claim, the commits since the one that first had its identifier in
 * the case. What merges did is not seen: a claim that came in by one is unavailable. Names and addresses stay in here.
 */
export async function collectHistory(
  repository: GitRepository,
  changes: HistoryReading,
  request: HistoryRequest,
): Promise<History> {
  if ("status" in changes) return { case_history: changes, claim_history: changes };
  try {
    const introductions = await findIntroductions(repository, changes, request);
    return {
      case_history: caseHistory(changes),
      claim_history: await claimHistory(repository, changes, introductions, request.bots),
    };
  } catch (error) {
    const blind = blindOf(error, repository.partial);
    return { case_history: blind, claim_history: blind };
  }
}

function caseHistory(changes: readonly CaseChange[]): Facts["case_history"] {
  const [last, first] = [changes.at(0), changes.at(-1)];
  if (first === undefined || last === undefined || first.before !== undefined) {
    return {
      status: "unavailable",
      reason: "No commit but a merge added the case.",
      remedy: "Look at the merges that changed the case.",
    };
  }
  return observed({ count: changes.length, first: first.at, last: last.at });
}

async function claimHistory(
  repository: GitRepository,
  changes: readonly CaseChange[],
  introductions: Introductions,
  bots: readonly string[],
): Promise<Facts["claim_history"]> {
  const claims = [...introductions].map(([id, found]) => [id, "status" in found ? found : observed(found.at)] as const);
  const commits = new Set(claims.flatMap(([, found]) => ("value" in found ? [found.value.commit] : [])));
  // Claims that came in together share their numbers.
  const introducing = changes.toReversed().filter(({ at }) => commits.has(at.commit));
  const since = await commitsSince(repository, introducing, new Set(bots));
  return observed({ claims: Object.fromEntries(claims), since });
}
