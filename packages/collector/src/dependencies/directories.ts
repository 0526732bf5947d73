/** Whether a folder of the tree ('' is the root) is among the directories of an entry, in which `*` and `**` are globs. */
export function isInDirectory(folder: string, directory: string): boolean {
  const parts = segmentsOf(directory);
  return parts.includes("**") || directory.includes("*")
    ? matches(parts, segmentsOf(folder))
    : segmentsOf(folder).join("/") === parts.join("/");
}

function segmentsOf(path: string): readonly string[] {
  return path.split("/").filter((part) => part !== "" && part !== ".");
}

/** By the sets of patterns' positions that each part of the path can lead to: linear in the path. */
function matches(pattern: readonly string[], path: readonly string[]): boolean {
  let open = skipping(pattern, new Set([0]));
  for (const part of path) {
    const next = new Set<number>();
    for (const at of open) {
      const segment = pattern[at];
      if (segment === "**") next.add(at);
      else if (segment !== undefined && matchesSegment(segment, part)) next.add(at + 1);
    }
    open = skipping(pattern, next);
  }
  return open.has(pattern.length);
}

/** `**` stands for no folder, too. */
function skipping(pattern: readonly string[], positions: Set<number>): Set<number> {
  for (const at of positions) if (pattern[at] === "**") positions.add(at + 1);
  return positions;
}

function matchesSegment(segment: string, part: string): boolean {
  const [first = "", ...others] = segment.split("*");
  if (others.length === 0) return segment === part;
  const last = others.pop() ?? "";
  if (!part.startsWith(first) || part.length < first.length + last.length || !part.endsWith(last)) return false;
  let at = first.length;
  const end = part.length - last.length;
  for (const piece of others) {
    const found = part.indexOf(piece, at);
    if (found < 0 || found + piece.length > end) return false;
    at = found + piece.length;
  }
  return true;
}
