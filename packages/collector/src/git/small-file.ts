import { readFile, stat } from "node:fs/promises";
import { AssureError } from "@assurance-case/model";

const LIMIT = 16 * 1024 * 1024;

/**
 * A file of the target's git folder, or undefined when there is none. Throws `collect/limit` for one that is no plain
 * file or is too large: a pipe would make us wait for ever.
 */
export async function readSmallFile(path: string): Promise<Buffer | undefined> {
  const stats = await stat(path).catch(() => undefined);
  if (stats === undefined) return undefined;
  if (stats.isFile() && stats.size <= LIMIT) return await readFile(path);
  throw new AssureError("collect/limit", "A file in the repository's git folder is too large or no plain file.");
}
