import { readFileSync, type Stats, statSync } from "node:fs";
import { AssureError } from "@assurance-case/model";

const LIMIT = 16 * 1024 * 1024;

/**
 * A file of the target's git folder, or undefined when there is none. Throws `collect/limit` for one that is no plain
 * file or is too large: a pipe would make us wait for ever. Synchronous, like all of the few small files that are read: the
 * threads that read beside us take 12 ms to start.
 */
export function readSmallFile(path: string): Buffer | undefined {
  const stats = statsOf(path);
  if (stats === undefined) return undefined;
  if (stats.isFile() && stats.size <= LIMIT) return readFileSync(path);
  throw new AssureError("collect/limit", "A file in the repository's git folder is too large or no plain file.");
}

function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}
