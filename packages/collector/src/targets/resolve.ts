import type { Target } from "@assurance-case/model";
import { type ReadBlob, SUBMODULE, SYMLINK, type Tree, type TreeEntry } from "../tree.ts";

type ResolutionName = NonNullable<Target["resolution"]>;

/** What stands at a path of the tree. */
export interface Resolution {
  readonly resolution: ResolutionName;
  /** The path behind symlinks; of one that leads nowhere, how far it led. */
  readonly path: string;
  /** The file, submodule or none. */
  readonly entry?: TreeEntry;
}

/** Where paths are resolved. */
export interface Place {
  readonly tree: Tree;
  readonly folders: ReadonlySet<string>;
  readonly readBlob: ReadBlob;
}

interface Step {
  readonly name: string;
  /** Whether a symlink asks for it, and not the path itself. */
  readonly fromLink: boolean;
}

/** As Linux has it (path_resolution(7)). */
const MAX_HOPS = 40;
const MAX_LINK = 4096;

/** Resolves a path from the root, symlinks followed inside the tree, those of its folders as well. */
export async function resolvePath(place: Place, path: string): Promise<Resolution> {
  const pending = stepsOf(path, false);
  let here: readonly string[] = [];
  let hops = 0;
  for (let step = pending.pop(); step !== undefined; step = pending.pop()) {
    if (step.name === "..") {
      if (here.length === 0) return { resolution: "escaping-symlink", path: "" };
      here = here.slice(0, -1);
      continue;
    }
    const next = [...here, step.name];
    const at = next.join("/");
    const entry = place.tree.get(at);
    if (entry?.mode === SYMLINK) {
      if (++hops > MAX_HOPS) return { resolution: "looping-symlink", path: at };
      const link = await linkOf(place.readBlob, entry);
      if (link === undefined) return { resolution: "dangling-symlink", path: at };
      if (link.startsWith("/")) return { resolution: "escaping-symlink", path: at };
      pending.push(...stepsOf(link, true));
    } else if (entry?.mode === SUBMODULE) {
      return { resolution: "submodule", path: at, entry };
    } else if (entry !== undefined && pending.length === 0) {
      return { resolution: "file", path: at, entry };
    } else if (place.folders.has(at)) {
      here = next;
    } else {
      return { resolution: step.fromLink ? "dangling-symlink" : "missing", path: at };
    }
  }
  return { resolution: "directory", path: here.join("/") };
}

export function exists({ resolution }: Resolution): boolean {
  return resolution === "file" || resolution === "directory" || resolution === "submodule";
}

/** The parts of a path, the first at the end. */
function stepsOf(path: string, fromLink: boolean): Step[] {
  const names = path.split("/").filter((name) => name !== "" && name !== ".");
  return names.reverse().map((name) => ({ name, fromLink }));
}

async function linkOf(readBlob: ReadBlob, entry: TreeEntry): Promise<string | undefined> {
  const link = (await readBlob(entry.oid)).toString("utf8");
  return link.length <= MAX_LINK && link !== "" ? link : undefined;
}
