/** Where something stands: line and column count from 1, the offset from 0. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly start: number;
}

/** Offsets at which the lines of a text start. */
export function startsOfLines(text: string): readonly number[] {
  const starts = [0];
  for (const { 0: ending, index } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + ending.length);
  if (starts.length > 1 && starts.at(-1) === text.length) starts.pop();
  return starts;
}

/** The line of an offset, from 1. */
export function lineAt(lineStarts: readonly number[], offset: number): number {
  return Math.max(countUpTo(lineStarts, offset), 1);
}

/** How many of ascending numbers are not above another. */
export function countUpTo(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
