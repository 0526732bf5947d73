import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { CaseSource } from "@assurance-case/case";
import { locateCase } from "@assurance-case/case/locate";
import { type GitRepository, openRepository, readRepository } from "@assurance-case/collector/readings";
import { type AssuranceCase, AssureError, digestBytes, type Snapshot, type Vocabulary } from "@assurance-case/model";
import type { Io } from "./io.ts";
import { VERSION } from "./version.ts";

/** What the commands that look at a repository take. */
export interface CollectOptions {
  readonly ref?: string;
  readonly case?: string;
  readonly repository?: string;
  readonly defaultBranch?: string;
  readonly allowAlternates?: boolean;
  readonly redact?: boolean;
}

/**
 * From a repository to its snapshot: finds the case, parses it, and collects the facts that it and the policies ask for.
 * git is asked as early as can be, and what parses is loaded while it answers. Throws `input/*`, `usage/*`, `collect/*`.
 */
export async function collectSnapshot(
  io: Io,
  target: string,
  vocabulary: Promise<Vocabulary>,
  options: CollectOptions,
): Promise<Snapshot> {
  const allowAlternates = options.allowAlternates === true;
  const redacted = options.redact === true;
  const opening = openRepository(pathOf(io, target), { ref: options.ref, allowAlternates });
  const [repository, { parseCase, redactCase }] = await Promise.all([opening, import("@assurance-case/case")]);
  try {
    const casePath = findCase(repository, options.case);
    const { repository: name, defaultBranch } = options;
    const readings = readRepository(repository, { repository: name, defaultBranch, casePath });
    const assuranceCase = refuseEmpty(parseCase(await readCase(repository, await casePath)));
    const { collect } = await import("@assurance-case/collector");
    return await collect(repository, readings, {
      case: redacted ? redactCase(assuranceCase) : assuranceCase,
      vocabulary: await vocabulary,
      ref: options.ref,
      bots: [],
      redacted,
      tool: `assurance-case ${VERSION}`,
      now: io.now(),
    });
  } finally {
    // Not awaited: what follows needs no git, and its end takes some milliseconds.
    void repository.close();
  }
}

function pathOf(io: Io, target: string): string {
  if (target.startsWith("file://")) return fileURLToPath(target);
  if (/^(github:|[a-z][a-z0-9+.-]*:\/\/|git@)/iu.test(target)) {
    throw new AssureError("usage/invalid", `${target} is not on this disk.`, {
      hint: "Clone it, and name the folder of the clone.",
    });
  }
  return resolve(io.cwd, target);
}

async function findCase(repository: GitRepository, wanted: string | undefined): Promise<string> {
  const tree = await repository.listTree();
  const path = wanted ?? locateCase(tree.keys())[0];
  if (path !== undefined && tree.has(path)) return path;
  const missing = wanted === undefined ? "The repository has no assurance case" : `The repository has no ${wanted}`;
  const hint =
    wanted === undefined
      ? "Add docs/assurance-case.md, or name the case's path from the repository's root with --case."
      : "Check --case: it is the path from the repository's root, at this commit.";
  throw new AssureError("input/no-case", `${missing} at commit ${repository.commit}.`, { hint });
}

async function readCase(repository: GitRepository, path: string): Promise<CaseSource> {
  const tree = await repository.listTree();
  const bytes = await repository.readBlob(tree.get(path)?.oid ?? "");
  return { path, text: bytes.toString("utf8"), digest: digestBytes(bytes) };
}

function refuseEmpty(assuranceCase: AssuranceCase): AssuranceCase {
  if (assuranceCase.claims.length > 0) return assuranceCase;
  const problem = assuranceCase.problems[0];
  const place = `${assuranceCase.path}${problem === undefined ? "" : `:${problem.line}`}`;
  throw new AssureError("collect/no-claims", `${place} has no claim that can be read.`, {
    hint: "A claim is a list item such as '- **Claim C1.1:** what holds.' with its evidence as links.",
  });
}
