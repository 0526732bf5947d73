/** As git and the snapshot's schema have it. */
export const MAX_PATH = 4096;

/** The folder that a path stands in; '' is the root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf("/"), 0));
}

/** A path as written, from a folder, without `.`, `..` and empty parts; undefined when it leaves the root or is too long. */
export function pathFrom(folder: string, written: string): string | undefined {
  const parts: string[] = [];
  for (const part of `${folder}/${written}`.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  const path = parts.join("/");
  return path.length > MAX_PATH ? undefined : path;
}

/** Part of an address, percent-decoded; as it stands when the escapes are malformed. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
