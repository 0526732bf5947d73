const PREFERRED = "docs/assurance-case.md";
const MAX_FOLDERS = 3;
const FILE_NAME = /^(?:security[-_ ]?|software[-_ ]?)*assurance[-_ ]?case\.(?:md|markdown)$/i;
const OTHERS_FOLDERS = new Set(["node_modules", "vendor", "third_party", "testdata"]);

/** The paths that look like the assurance case, the likeliest first: docs/assurance-case.md, then the least deep. */
export function locateCase(paths: Iterable<string>): string[] {
  const found = [...new Set(paths)].filter(looksLikeCase);
  return found.sort((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1));
}

function looksLikeCase(path: string): boolean {
  const folders = path.split("/");
  const name = folders.pop() ?? "";
  return FILE_NAME.test(name) && folders.length <= MAX_FOLDERS && !folders.some((folder) => OTHERS_FOLDERS.has(folder));
}

function rank(path: string): number {
  return path === PREFERRED ? -1 : path.split("/").length;
}
