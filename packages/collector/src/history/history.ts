import { type Blind, type CommitAt, type CommitsSince, type Fact, type Facts, observed } from "@assurance-case/model";
import { blindOf } from "../git/blind.ts";
import type { GitRepository } from "../git/repository.ts";
import { type CaseChange, readCaseChanges } from "./changes.ts";
import { commitsSince } from "./commits.ts";
import { findIntroductions, type Introductions, type ReadCaseIds } from "./introductions.ts";
import { type LoggedCommit, readLog } from "./log.ts";

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

/** What git says of the case's history and of all commits, or why it does not. Holds names and addresses: it is no fact. */
export type HistoryReading = { readonly changes: readonly CaseChange[]; readonly log: readonly LoggedCommit[] } | Blind;

/** Reads the changes of the case, through renames, and the log. */
export async function readHistory(repository: GitRepository, casePath: Promise<string>): Promise<HistoryReading> {
  const changing = casePath.then((path) => (repository.shallow ? [] : readCaseChanges(repository, path)));
  try {
    const [changes, log] = await Promise.all([changing, repository.shallow ? [] : readLog(repository)]);
    return repository.shallow ? SHALLOW : { changes, log };
  } catch (error) {
    await casePath;
    return blindOf(error, repository.partial);
  }
}

/**
 * How often and when the case changed, and, for each claim, the commits since the one that first had its identifier in
 * the case. What merges did is not seen: a claim that came in by one is unavailable. Names and addresses stay in here.
 */
export async function collectHistory(
  repository: GitRepository,
  reading: HistoryReading,
  request: HistoryRequest,
): Promise<History> {
  if ("status" in reading) return { case_history: reading, claim_history: reading };
  try {
    const { changes, log } = reading;
    const introductions = await findIntroductions(repository, changes, request);
    return { case_history: caseHistory(changes), claim_history: claimHistory(introductions, log, new Set(request.bots)) };
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

function claimHistory(
  introductions: Introductions,
  log: readonly LoggedCommit[],
  bots: ReadonlySet<string>,
): Facts["claim_history"] {
  const since: Record<string, CommitsSince> = {};
  const entered = (change: CaseChange): Fact<CommitAt> => {
    // Claims that came in together share their count.
    since[change.at.commit] ??= commitsSince(log, change, bots);
    return observed(change.at);
  };
  const claims = [...introductions].map(([id, found]) => [id, "status" in found ? found : entered(found)] as const);
  return observed({ claims: Object.fromEntries(claims), since });
}
