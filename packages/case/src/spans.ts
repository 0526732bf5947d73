interface Span {
  readonly start: number;
}

/** Of items in the order of the document, those that start from one offset up to another. Cases can have very many. */
export function startingWithin<T extends Span>(items: readonly T[], start: number, end: number): readonly T[] {
  return items.slice(firstFrom(items, start), firstFrom(items, end));
}

/** The index of the first item that starts at an offset or behind it. */
export function firstFrom(items: readonly Span[], offset: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
