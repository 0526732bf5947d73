import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { ReadBlob, Tree } from "../tree.ts";
import { refuseForeignObjects } from "./alternates.ts";
import { type CommitHeader, parseCommit } from "./commit.ts";
import { type GrepLine, type GrepRequest, grepTree } from "./grep.ts";
import { listTree } from "./list-tree.ts";
import { locate } from "./locate.ts";
import { ObjectReader } from "./object-reader.ts";
import { createObjectView } from "./object-view.ts";
import { type References, readReferences } from "./references.ts";
import { type Git, runGit } from "./run.ts";

/** One commit of a repository, read from git objects only. It is closed when done with. */
export interface GitRepository extends CommitHeader {
  readonly commit: string;
  /** Older commits were left out when it was cloned. */
  readonly shallow: boolean;
  /** Some objects were left out when it was cloned. */
  readonly partial: boolean;
  listTree(): Promise<Tree>;
  readonly references: References;
  readonly readBlob: ReadBlob;
  grepLines(request: GrepRequest): Promise<readonly GrepLine[]>;
  /** The commit that an object leads to through tags; undefined for another object or one that is not there. */
  peelToCommit(oid: string): Promise<string | undefined>;
  /** Runs git on the objects, without the target's references and configuration. */
  readonly objects: Git;
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** What to open, and what to allow. */
export interface OpenOptions {
  /** Any name of a revision; HEAD when left out. */
  readonly ref?: string | undefined;
  readonly allowAlternates?: boolean | undefined;
}

/**
 * Opens a repository (a clone, bare or not, a linked worktree, a submodule, or a folder in one) at a commit. Throws
 * `input/no-repository`, `input/no-commit`, `input/alternates` and `collect/*`.
 */
export async function openRepository(path: string, options: OpenOptions = {}): Promise<GitRepository> {
  const locating = locate(path, options.ref ?? "HEAD");
  const references = readReferences(path);
  const location = await locating;
  if (options.allowAlternates !== true) refuseForeignObjects(location.commonDir);
  const view = createObjectView(location);
  const reader = new ObjectReader(view.env);
  const close = async (): Promise<void> => {
    await reader.close();
    view.remove();
  };
  try {
    const reading = access(location.commit, view.env, reader);
    // Every caller wants the tree: git lists it while the commit is read. What fails shows where it is awaited.
    reading.listTree().catch(() => undefined);
    const commit = await reader.read(location.commit, "commit");
    return {
      ...parseCommit(commit),
      ...reading,
      references,
      shallow: view.shallow,
      partial: isPartial(location.commonDir),
      close,
      [Symbol.asyncDispose]: close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

type Access = Pick<GitRepository, "commit" | "listTree" | "readBlob" | "grepLines" | "peelToCommit" | "objects">;

function access(commit: string, env: Readonly<Record<string, string>>, reader: ObjectReader): Access {
  const objects: Git = (args, options) => runGit(args, { ...options, env });
  let listed: Promise<Tree> | undefined;
  return {
    commit,
    objects,
    listTree: () => {
      listed ??= listTree(objects, commit);
      return listed;
    },
    readBlob: (oid) => reader.read(oid, "blob"),
    grepLines: (request) => grepTree(objects, commit, request),
    peelToCommit: (oid) => reader.peelToCommit(oid),
  };
}

/** A partial clone marks the packs that its remote promised to complete. */
function isPartial(commonDir: string): boolean {
  const packs = join(commonDir, "objects", "pack");
  return existsSync(packs) && readdirSync(packs).some((name) => name.endsWith(".promisor"));
}
