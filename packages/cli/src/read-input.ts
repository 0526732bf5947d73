import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { AssureError } from "@assurance-case/model";
import type { Io } from "./io.ts";
import { reasonOf } from "./output.ts";

const MAX_BYTES = 32 * 1024 * 1024;

/** The text of a file, or of stdin for `-`. Throws `input/unreadable` and `input/too-large`. */
export async function readInput(io: Io, file: string): Promise<string> {
  if (file === "-") return io.readStdin();
  const path = resolve(io.cwd, file);
  try {
    const { size } = await stat(path);
    if (size > MAX_BYTES) throw new AssureError("input/too-large", `${path} has ${size} bytes; at most ${MAX_BYTES} are read.`);
    return await readFile(path, "utf8");
  } catch (cause) {
    if (cause instanceof AssureError) throw cause;
    throw new AssureError("input/unreadable", `${path} cannot be read: ${reasonOf(cause)}.`, { hint: "Check the path.", cause });
  }
}
