import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { CaseSource, locateCase } from "@assurance-case/case";
import type { ReadingOptions } from "@assurance-case/collector";
import { type GitRepository, openRepository } from "@assurance-case/collector/repository";
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
 * git is asked first, and what parses is loaded while it answers.
 */
export async function collectSnapshot(
  io: Io,
  target: string,
  vocabulary: Promise<Vocabulary>,
  options: CollectOptions,
): Promise<Snapshot> {
  const allowAlternates = options.allowAlternates === true;
  const opening = openRepository(pathOf(io, target), { ref: options.ref, allowAlternates });
  const parsing = Promise.all([import("@assurance-case/case"), import("@assurance-case/collector")]);
  const [repository, [{ locateCase, parseCase, redactCase }, { collect, readRepository }]] = await Promise.all([
    opening,
    parsing,
  ]);
  try {
    const finding = findCase(repository, options.case, locateCase);
    const reading = readRepository(repository, { ...configured(options), casePath: finding.then(({ path }) => path) });
    const parsed = finding.then((source) => refuseEmpty(parseCase(source)));
    const [assuranceCase, readings] = await Promise.all([parsed, reading]);
    const snapshot = await collect(repository, readings, {
      case: assuranceCase,
      vocabulary: await vocabulary,
      ref: options.ref,
      bots: [],
      tool: `assurance-case ${VERSION}`,
      now: io.now(),
    });
    return options.redact === true ? redacted(snapshot, redactCase(snapshot.case)) : snapshot;
  } finally {
    // Not awaited: what follows needs no git, and its end takes some milliseconds.
    void repository.close();
  }
}

function configured({ repository, defaultBranch }: CollectOptions): Pick<ReadingOptions, "repository" | "defaultBranch"> {
  return { repository, defaultBranch };
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

async function findCase(repository: GitRepository, wanted: string | undefined, locate: typeof locateCase): Promise<CaseSource> {
  const tree = await repository.listTree();
  const path = wanted ?? locate(tree.keys())[0];
  const entry = path === undefined ? undefined : tree.get(path);
  if (path === undefined || entry === undefined) {
    const missing = wanted === undefined ? "The repository has no assurance case" : `The repository has no ${wanted}`;
    const hint =
      wanted === undefined
        ? "Add docs/assurance-case.md, or name the case's path from the repository's root with --case."
        : "Check --case: it is the path from the repository's root, at this commit.";
    throw new AssureError("input/no-case", `${missing} at commit ${repository.commit}.`, { hint });
  }
  const bytes = await repository.readBlob(entry.oid);
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

function redacted(snapshot: Snapshot, assuranceCase: AssuranceCase): Snapshot {
  const { provenance, ...rest } = snapshot;
  const said = { ...rest, case: assuranceCase };
  return provenance === undefined ? said : { ...said, provenance: { ...provenance, redacted: true } };
}
