import { entry } from "./node.ts";
import type { Mapping } from "./yaml.ts";

/** The names of the variables in the `env:` of a workflow, job or step. Their values stay behind. */
export function variablesOf(owner: Mapping): readonly string[] {
  const found = entry(owner, "env");
  if (found === undefined) return [];
  // Computed as a whole, it can set any.
  return found.value.kind === "mapping" ? [...found.value.entries.keys()] : ["BASH_ENV"];
}
