/** JSON whose strings are all Unicode: half a surrogate pair, which JSON allows, becomes U+FFFD. WebAssembly refuses it. */
export function wellFormedJson(json: string): string {
  // JSON writes such a half as an escape, and hardly any value has one.
  return /\\ud[89a-f]/iu.test(json) ? JSON.stringify(mended(JSON.parse(json))) : json;
}

function mended(value: unknown): unknown {
  if (typeof value === "string") return value.toWellFormed();
  if (Array.isArray(value)) return value.map(mended);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key.toWellFormed(), mended(member)]));
}
