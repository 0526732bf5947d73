import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Location } from "./locate.ts";
import { readSmallFile } from "./small-file.ts";

/** A git folder of our own onto the objects of a target. */
export interface ObjectView {
  /** Points git to it. */
  readonly env: Readonly<Record<string, string>>;
  readonly shallow: boolean;
  remove(): void;
}

/**
 * Makes a temporary git folder with a configuration of ours, whose objects are the target's. git run with it never opens
 * the target's configuration, attributes, grafts, replacements or hooks: whatever keys git has or will have, no one of
 * theirs can start a program or change what is read. The caller removes it; a process that exits does too.
 */
export function createObjectView(location: Location): ObjectView {
  const shallow = readSmallFile(join(location.commonDir, "shallow"));
  const folder = mkdtempSync(join(tmpdir(), "assure-git-"));
  const remove = (): void => {
    process.off("exit", remove);
    rmSync(folder, { recursive: true, force: true });
  };
  process.once("exit", remove);
  try {
    fill(folder, location, shallow);
  } catch (error) {
    remove();
    throw error;
  }
  const env = { GIT_DIR: folder, GIT_OBJECT_DIRECTORY: join(location.commonDir, "objects") };
  return { env, shallow: shallow !== undefined && shallow.length > 0, remove };
}

function fill(folder: string, { commit, objectFormat }: Location, shallow: Buffer | undefined): void {
  const config = `[core]\n\trepositoryformatversion = 1\n\tbare = true\n[extensions]\n\tobjectFormat = ${objectFormat}\n`;
  mkdirSync(join(folder, "refs"));
  writeFileSync(join(folder, "HEAD"), `${commit}\n`);
  writeFileSync(join(folder, "config"), config);
  if (shallow !== undefined) writeFileSync(join(folder, "shallow"), shallow);
}
