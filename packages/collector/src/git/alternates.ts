import { realpath } from "node:fs/promises";
import { join, resolve, sep } from "node:path";
import { AssureError } from "@assurance-case/model";
import { readSmallFile } from "./small-file.ts";

/**
 * Throws `input/alternates` when the objects of a repository, or what they borrow from, are outside its git folder: a
 * target could else show objects of another repository of this machine as its own.
 */
export async function refuseForeignObjects(commonDir: string): Promise<void> {
  const home = await realpath(commonDir);
  const seen = new Set<string>();
  const waiting = [join(commonDir, "objects")];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const real = await realpath(folder).catch(() => undefined);
    // git skips a folder that is not there.
    if (real === undefined || seen.has(real)) continue;
    if (!real.startsWith(`${home}${sep}`)) throw foreignObjects();
    seen.add(real);
    waiting.push(...(await alternatesOf(real)));
  }
}

async function alternatesOf(objects: string): Promise<readonly string[]> {
  const text = (await readSmallFile(join(objects, "info", "alternates")))?.toString("utf8") ?? "";
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
