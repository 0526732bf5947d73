/** One path of the commit's tree, as `git ls-tree -r` gives it. */
export interface TreeEntry {
  readonly path: string;
  /** Such as 100644, 100755, 120000 (a symlink) or 160000 (a submodule). */
  readonly mode: string;
  readonly oid: string;
}

/** The files of one commit, by path, in the order of their paths. */
export type Tree = ReadonlyMap<string, TreeEntry>;

/** Reads a blob by its object id. Throws `collect/limit` for one that is too large. */
export type ReadBlob = (oid: string) => Promise<Buffer>;

export const SYMLINK = "120000";
export const SUBMODULE = "160000";

/** The folders of the tree; '' is the root. */
export function foldersOf(tree: Tree): ReadonlySet<string> {
  const folders = new Set<string>([""]);
  for (const path of tree.keys()) {
    for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
      const folder = path.slice(0, end);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return folders;
}
