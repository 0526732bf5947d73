import { statSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { AssureError } from "@assurance-case/model";
import type { Io } from "./io.ts";

/** Writes a result to a file, whole or not at all, or to stdout when there is no file. */
export async function writeOutput(io: Io, file: string | undefined, text: string): Promise<void> {
  if (file === undefined || file === "-") {
    io.stdout.write(text);
    return;
  }
  const path = resolve(io.cwd, file);
  try {
    if (isSpecial(path)) writeFileSync(path, text);
    else await (await import("write-file-atomic")).default(path, text);
  } catch (cause) {
    throw new AssureError("input/unwritable", `${path} cannot be written: ${reasonOf(cause)}.`, {
      hint: "Name a file in a folder that exists and may be written with --output.",
      cause,
    });
  }
}

/** A device or a pipe, such as /dev/null: to rename a file over it would take it away. */
function isSpecial(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && !found.isFile() && !found.isDirectory();
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EISDIR: "it is a folder",
  ENOENT: "there is no such file or folder",
  ENOSPC: "the disk is full",
  ENOTDIR: "a part of the path is no folder",
};

/** What a failed call of the file system says, in words. */
export function reasonOf(cause: unknown): string {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
  return REASONS[code] ?? code;
}
