import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { locateCase, parseCase, redactCase } from "@assurance-case/case";
import { collect, type GitRepository, openRepository } from "@assurance-case/collector";
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

/** From a repository to its snapshot: finds the case, parses it, and collects the facts that it and the policies ask for. */
export async function collectSnapshot(
  io: Io,
  target: string,
  vocabulary: Promise<Vocabulary>,
  options: CollectOptions,
): Promise<Snapshot> {
  const repository = await openRepository(pathOf(io, target), {
    ref: options.ref,
    allowAlternates: options.allowAlternates === true,
  });
  try {
    const assuranceCase = await readCase(repository, options.case);
    const snapshot = await collect(repository, {
      case: assuranceCase,
      vocabulary: await vocabulary,
      repository: options.repository,
      defaultBranch: options.defaultBranch,
      ref: options.ref,
      bots: [],
      tool: `assurance-case ${VERSION}`,
      now: io.now(),
    });
    return options.redact === true ? redact(snapshot) : snapshot;
  } finally {
    await repository.close();
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

async function readCase(repository: GitRepository, wanted: string | undefined): Promise<AssuranceCase> {
  const tree = await repository.listTree();
  const path = wanted ?? locateCase(tree.keys())[0];
  const entry = path === undefined ? undefined : tree.get(path);
  if (path === undefined || entry === undefined) {
    const missing = wanted === undefined ? "The repository has no assurance case" : `The repository has no ${wanted}`;
    throw new AssureError("input/no-case", `${missing} at commit ${repository.commit}.`, {
      hint: "Add docs/assurance-case.md, or name the case's path from the repository's root with --case.",
    });
  }
  const bytes = await repository.readBlob(entry.oid);
  const assuranceCase = parseCase({ path, text: bytes.toString("utf8"), digest: digestBytes(bytes) });
  if (assuranceCase.claims.length === 0) {
    const problem = assuranceCase.problems[0];
    throw new AssureError(
      "input/no-claims",
      `${path}${problem === undefined ? "" : `:${problem.line}`} has no claim that can be read.`,
      {
        hint: "A claim is a list item such as '- **Claim C1.1:** what holds.' with its evidence as links.",
      },
    );
  }
  return assuranceCase;
}

function redact(snapshot: Snapshot): Snapshot {
  const { provenance } = snapshot;
  return {
    ...snapshot,
    case: redactCase(snapshot.case),
    ...(provenance === undefined ? {} : { provenance: { ...provenance, redacted: true } }),
  };
}
