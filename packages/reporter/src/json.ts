import type { Results } from "@assurance-case/model";

/** The results as JSON, indented, keys in the order of the schema. */
export function renderJson(results: Results): string {
  return `${JSON.stringify(results, null, 2)}\n`;
}
