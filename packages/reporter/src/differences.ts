/** One place in which two JSON values differ. */
export interface Difference {
  /** Where: names and indexes from the root, and the id of a claim or check where there is one. */
  readonly path: string;
  /** The value as compact JSON; undefined when it is not there. */
  readonly given: string | undefined;
  readonly found: string | undefined;
}

/** Every place, depth first, in which two JSON values differ. Key order counts as no difference. */
export function differences(given: unknown, found: unknown, path = ""): readonly Difference[] {
  if (isTable(given) && isTable(found)) {
    const keys = [...new Set([...Object.keys(given), ...Object.keys(found)])].sort();
    return keys.flatMap((key) => differences(own(given, key), own(found, key), path + step(given, key)));
  }
  const [left, right] = [JSON.stringify(given), JSON.stringify(found)];
  return left === right ? [] : [{ path, given: left, found: right }];
}

function own(table: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

function step(table: Record<string, unknown>, key: string): string {
  if (!Array.isArray(table)) return `/${key}`;
  const item: unknown = own(table, key);
  const name = isTable(item) ? own(item, "id") : undefined;
  return typeof name === "string" ? `/${key}(${name})` : `/${key}`;
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
