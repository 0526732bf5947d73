import { resolve } from "node:path";
import { AssureError } from "@assurance-case/model";
import type { Io } from "./io.ts";

/** Writes a result to a file, whole or not at all, or to stdout when there is no file. */
export async function writeOutput(io: Io, file: string | undefined, text: string): Promise<void> {
  if (file === undefined || file === "-") {
    io.stdout.write(text);
    return;
  }
  const { default: writeFileAtomic } = await import("write-file-atomic");
  const path = resolve(io.cwd, file);
  try {
    await writeFileAtomic(path, text);
  } catch (cause) {
    throw new AssureError("input/unwritable", `${path} cannot be written: ${reasonOf(cause)}.`, {
      hint: "Name a file in a folder that exists and may be written with --output.",
      cause,
    });
  }
}

export function reasonOf(cause: unknown): string {
  return cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
}
