import type { Location, Subject } from "@assurance-case/model";

type Place = Pick<Location, "path" | "line">;

/** The address of a place at the commit, or undefined when it is not known where the repository lives. */
export function urlOf({ repository, commit }: Subject, { path, line }: Place): string | undefined {
  if (repository === undefined || !isAddress(repository)) return undefined;
  const base = repository.replace(/\/+$/u, "");
  if (path === "") return `${base}/tree/${commit}`;
  const encoded = path.split("/").map(encodeURIComponent).join("/");
  // A rendered document has no lines to point to.
  const plain = line !== undefined && /\.(?:md|markdown)$/iu.test(path) ? "?plain=1" : "";
  return `${base}/blob/${commit}/${encoded}${plain}${line === undefined ? "" : `#L${line}`}`;
}

/** Locations by path and line, each once, with their addresses. */
export function placed(subject: Subject, locations: readonly Place[]): Location[] {
  const byKey = new Map(locations.map((place) => [`${place.path}\0${place.line ?? ""}`, place]));
  return [...byKey.values()].sort(inOrder).map(({ path, line }) => {
    const url = urlOf(subject, { path, ...(line === undefined ? {} : { line }) });
    return { path, ...(line === undefined ? {} : { line }), ...(url === undefined ? {} : { url }) };
  });
}

function inOrder(a: Place, b: Place): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0);
}

function isAddress(repository: string): boolean {
  return URL.canParse(repository) && /^https:\/\/[^\s@?#]+$/u.test(repository);
}
