import type { Results } from "@assurance-case/model";
import { printableJson } from "./printable.ts";

/** The results as JSON, indented, keys in the order of the schema. */
export function renderJson(results: Results): string {
  return `${printableJson(JSON.stringify(results, null, 2))}\n`;
}
