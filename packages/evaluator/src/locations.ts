import { type Place, type Results, type Subject, sortedPlaces } from "@assurance-case/model";

type Location = Results["claims"][number]["checks"][number]["locations"][number];

/** The address of a place at a commit; undefined when it is not known where the repository lives. */
export type AddressOf = (place: Place) => string | undefined;

/** Gives places of a repository their addresses. */
export function addressesOf({ repository, commit }: Subject): AddressOf {
  if (repository === undefined || !isAddress(repository)) return () => undefined;
  const base = repository.replace(/\/+$/u, "");
  return ({ path, line }) => {
    if (path === "") return `${base}/tree/${commit}`;
    const encoded = path.split("/").map(encodeURIComponent).join("/");
    // A rendered document has no lines to point to.
    const plain = line !== undefined && /\.(?:md|markdown)$/iu.test(path) ? "?plain=1" : "";
    return `${base}/blob/${commit}/${encoded}${plain}${line === undefined ? "" : `#L${line}`}`;
  };
}

/** Locations by path and line, each once, with their addresses. */
export function placed(addressOf: AddressOf, locations: readonly Place[]): Location[] {
  return sortedPlaces(locations).map(({ path, line }) => {
    const place = { path, ...(line === undefined ? {} : { line }) };
    const url = addressOf(place);
    return { ...place, ...(url === undefined ? {} : { url }) };
  });
}

function isAddress(repository: string): boolean {
  return URL.canParse(repository) && /^https:\/\/[^\s@?#]+$/u.test(repository);
}
