/** Where something stands: a file, or a line of it. */
export interface Place {
  readonly path: string;
  readonly line?: number;
}

/** Places by path, then line; a whole file before its lines. */
export function comparePlaces(a: Place, b: Place): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0);
}

/** Places in their order, each once. */
export function sortedPlaces<P extends Place>(places: Iterable<P>): P[] {
  const byKey = new Map([...places].map((place) => [`${place.path}\0${place.line ?? ""}`, place]));
  return [...byKey.values()].sort(comparePlaces);
}
