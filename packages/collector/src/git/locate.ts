import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { AssureError } from "@assurance-case/model";
import { oneLine } from "./one-line.ts";
import { runGit } from "./run.ts";
import { readSmallFile } from "./small-file.ts";

/** Where a repository's parts are, and the commit that a ref names. */
export interface Location {
  readonly gitDir: string;
  /** The git folder that a linked worktree shares; else the same as gitDir. */
  readonly commonDir: string;
  readonly objectFormat: "sha1" | "sha256";
  readonly commit: string;
}

// Two answers of one process. The folder comes first and may hold line breaks.
const ANSWER = /^(?<gitDir>.+)\n(?<objectFormat>sha1|sha256)\n(?:(?<commit>[0-9a-f]{40,64})|[^\n]*)\n?$/su;

/** Finds the repository that a path is in, and the commit of a ref. Throws `input/no-repository` and `input/no-commit`. */
export async function locate(path: string, ref: string): Promise<Location> {
  if (path.includes("\0")) throw noRepository(path, undefined);
  const found = ANSWER.exec(await ask(resolve(path), ref))?.groups;
  const { gitDir, objectFormat, commit } = found ?? {};
  if (gitDir === undefined) throw noRepository(path, undefined);
  if (commit === undefined) throw noCommit(ref);
  const shared = readSmallFile(join(gitDir, "commondir"))?.toString("utf8").replace(/\n+$/u, "");
  const commonDir = shared === undefined ? gitDir : resolve(gitDir, shared);
  return { gitDir, commonDir, objectFormat: objectFormat === "sha256" ? "sha256" : "sha1", commit };
}

async function ask(path: string, ref: string): Promise<string> {
  const question = ["-C", path, "rev-parse", "--path-format=absolute", "--git-dir"];
  const wanted = ["--show-object-format", "--verify", "--quiet", "--end-of-options", `${ref.replaceAll("\0", "")}^{commit}`];
  const options = { accept: [0, 1], timeoutMs: 30_000 };
  try {
    return (await runGit([...question, ...wanted], options)).toString("utf8");
  } catch (cause) {
    if (!(cause instanceof AssureError) || cause.code !== "collect/git-failed") throw cause;
    // git fails on a wrong ref as it does on a wrong folder: ask for the folder alone to tell them apart.
    const error = noRepository(path, cause);
    await runGit(question, options).catch(() => Promise.reject(error));
    throw noCommit(ref);
  }
}

function noRepository(path: string, cause: unknown): AssureError {
  const exists = !path.includes("\0") && existsSync(path);
  const problem = exists ? `${oneLine(path)} is in no git repository that can be read.` : `${oneLine(path)} does not exist.`;
  const said = cause instanceof AssureError && exists ? ` ${cause.message}` : "";
  return new AssureError("input/no-repository", `${problem}${said}`, {
    hint: "Name the folder of a git clone.",
    cause,
  });
}

function noCommit(ref: string): AssureError {
  if (ref === "HEAD") {
    return new AssureError("input/no-commit", "The repository has no commit at HEAD.", { hint: "Name a ref that has one." });
  }
  return new AssureError("input/no-commit", `${oneLine(ref)} names no commit of the repository.`, {
    hint: "Name a branch, a tag or a commit. A clone may hold only a part of them: git fetch gets more.",
  });
}
