import { canonicalJson, type Results } from "@assurance-case/model";
import { printableJson } from "./printable.ts";

/** The results as JSON, indented, with sorted keys: the same bytes whether a snapshot comes from a file or was just collected. */
export function renderJson(results: Results): string {
  return `${printableJson(JSON.stringify(JSON.parse(canonicalJson(results)), null, 2))}\n`;
}
