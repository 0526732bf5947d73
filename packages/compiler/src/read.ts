/** Reads a value of METADATA, telling what is wrong with it instead of throwing. */
export type Tell = (message: string) => void;

export type Table = Readonly<Record<string, unknown>>;

export function isTable(value: unknown): value is Table {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Words: a string that is not empty. */
export function words(table: Table, key: string, tell: Tell): string {
  const value = table[key];
  if (typeof value === "string" && value.trim() !== "") return value.trim();
  tell(`'${key}' must say something`);
  return "";
}

/** One of some words. */
export function oneOf<T extends string>(table: Table, key: string, choices: readonly T[], tell: Tell): T {
  const found = choices.find((choice) => choice === table[key]);
  if (found === undefined) tell(`'${key}' must be one of ${choices.join(", ")}`);
  return found ?? (choices[0] as T);
}

/** Tells of each key that is not known: a misspelt one would be left out in silence. */
export function known(table: Table, keys: readonly string[], tell: Tell): void {
  for (const key of Object.keys(table)) if (!keys.includes(key)) tell(`'${key}' is not known here`);
}
