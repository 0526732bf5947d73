import { closeSync, openSync, readSync } from "node:fs";
import { resolve } from "node:path";
import { AssureError } from "@assurance-case/model";
import type { Io } from "./io.ts";
import { reasonOf } from "./output.ts";

const MAX_BYTES = 32 * 1024 * 1024;
const CHUNK = 1024 * 1024;

/** The text of a file, or of stdin for `-`. Throws `input/unreadable` and `input/too-large`. */
export async function readInput(io: Io, file: string): Promise<string> {
  if (file === "-") return io.readStdin();
  const path = resolve(io.cwd, file);
  try {
    return readBounded(path);
  } catch (cause) {
    if (cause instanceof AssureError) throw cause;
    throw new AssureError("input/unreadable", `${path} cannot be read: ${reasonOf(cause)}.`, { hint: "Check the path.", cause });
  }
}

/** A pipe or a device has no size that could be asked for. */
function readBounded(path: string): string {
  const chunks: Buffer[] = [];
  const descriptor = openSync(path, "r");
  try {
    for (let size = 0; ; ) {
      const chunk = Buffer.alloc(CHUNK);
      const read = readSync(descriptor, chunk);
      if (read === 0) return Buffer.concat(chunks).toString("utf8");
      chunks.push(chunk.subarray(0, read));
      size += read;
      if (size > MAX_BYTES)
        throw new AssureError("input/too-large", `${path} has more than the ${MAX_BYTES} bytes that are read.`);
    }
  } finally {
    closeSync(descriptor);
  }
}
