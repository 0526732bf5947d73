import type { MarkdownDocument } from "./document.ts";

const MAX_LENGTH = 200;
const MAX_CANDIDATES = 2000;

/** The anchor of a document that is closest by edit distance to one that is not there, when it is close enough to be meant. */
export function nearestAnchor(document: MarkdownDocument, anchor: string): string | undefined {
  const wanted = anchor.toLowerCase();
  if (wanted.length > MAX_LENGTH) return undefined;
  let nearest: { readonly id: string; readonly distance: number } | undefined;
  for (const [key, { id }] of [...document.anchors].slice(0, MAX_CANDIDATES)) {
    const reach = Math.max(2, Math.floor(Math.max(key.length, wanted.length) * 0.4));
    if (Math.abs(key.length - wanted.length) > reach || key.length > MAX_LENGTH) continue;
    const distance = editDistance(key, wanted);
    if (distance <= reach && (nearest === undefined || distance < nearest.distance)) nearest = { id, distance };
  }
  return nearest?.id;
}

/** Levenshtein's distance, one row at a time. */
function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const substitution = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(substitution, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
