import { AssureError } from "@assurance-case/model";
import type { Tree, TreeEntry } from "../tree.ts";
import type { Git } from "./run.ts";

const MAX_ENTRIES = 1_000_000;

/** Every path of a commit, in git's order. Bytes that are no UTF-8 become U+FFFD. Throws `collect/limit`. */
export async function listTree(objects: Git, commit: string): Promise<Tree> {
  const output = await objects(["ls-tree", "-r", "-z", "--full-tree", commit, "--"]);
  const entries = new Map<string, TreeEntry>();
  for (const line of output.toString("utf8").split("\0")) {
    const tab = line.indexOf("\t");
    const [mode, , oid] = line.slice(0, Math.max(tab, 0)).split(" ");
    if (mode === undefined || oid === undefined) continue;
    const path = freeName(entries, line.slice(tab + 1));
    entries.set(path, { path, mode, oid });
    if (entries.size > MAX_ENTRIES) throw new AssureError("collect/limit", `The tree has more than ${MAX_ENTRIES} paths.`);
  }
  return entries;
}

/** Two paths may differ only in bytes that are no UTF-8: neither may vanish behind the other. */
function freeName(taken: ReadonlyMap<string, TreeEntry>, path: string): string {
  let name = path;
  while (taken.has(name)) name += "\ufffd";
  return name;
}
