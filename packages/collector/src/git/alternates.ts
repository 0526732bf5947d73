import { realpathSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import { AssureError } from "@assurance-case/model";
import { readSmallFile } from "./small-file.ts";

/**
 * Throws `input/alternates` when the objects of a repository, or what they borrow from, are outside its git folder: a
 * target could else show objects of another repository of this machine as its own.
 */
export function refuseForeignObjects(commonDir: string): void {
  const home = realpathSync(commonDir);
  const seen = new Set<string>();
  const waiting = [join(commonDir, "objects")];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const real = realPath(folder);
    // git skips a folder that is not there.
    if (real === undefined || seen.has(real)) continue;
    if (!real.startsWith(`${home}${sep}`)) throw foreignObjects();
    seen.add(real);
    waiting.push(...alternatesOf(real));
  }
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

function alternatesOf(objects: string): readonly string[] {
  const text = readSmallFile(join(objects, "info", "alternates"))?.toString("utf8") ?? "";
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  // A quoted path can be any path: it is taken for one outside.
  if (lines.some((line) => line.startsWith('"'))) throw foreignObjects();
  return lines.map((line) => resolve(objects, line));
}

function foreignObjects(): AssureError {
  return new AssureError("input/alternates", "The repository borrows objects from outside its own git folder.", {
    hint: "Make a clone of its own (git clone --dissociate), or allow it with --allow-alternates.",
  });
}
