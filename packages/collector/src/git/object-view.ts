import { rmSync } from "node:fs";
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
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
export async function createObjectView(location: Location): Promise<ObjectView> {
  const shallow = await readSmallFile(join(location.commonDir, "shallow"));
  const folder = await mkdtemp(join(tmpdir(), "assure-git-"));
  const remove = (): void => {
    process.off("exit", remove);
    rmSync(folder, { recursive: true, force: true });
  };
  process.once("exit", remove);
  try {
    await fill(folder, location, shallow);
  } catch (error) {
    remove();
    throw error;
  }
  const env = { GIT_DIR: folder, GIT_OBJECT_DIRECTORY: join(location.commonDir, "objects") };
  return { env, shallow: shallow !== undefined && shallow.length > 0, remove };
}

async function fill(folder: string, { commit, objectFormat }: Location, shallow: Buffer | undefined): Promise<void> {
  const config = `[core]\n\trepositoryformatversion = 1\n\tbare = true\n[extensions]\n\tobjectFormat = ${objectFormat}\n`;
  await Promise.all([
    mkdir(join(folder, "refs")),
    writeFile(join(folder, "HEAD"), `${commit}\n`),
    writeFile(join(folder, "config"), config),
    ...(shallow === undefined ? [] : [writeFile(join(folder, "shallow"), shallow)]),
  ]);
}
