import { AssureError, type Results, type Snapshot } from "@assurance-case/model";
import { parseJson } from "./json.ts";

/** Reads a snapshot. Throws input/too-large, input/invalid-json, input/newer-snapshot, input/invalid-snapshot. */
export async function parseSnapshot(text: string, file = "the snapshot"): Promise<Snapshot> {
  const hint = "Make one with 'assure collect --output FILE'.";
  return (await parseAs("snapshot", "snapshot", text, file, hint)) as Snapshot;
}

/** Reads results. Throws input/too-large, input/invalid-json, input/newer-results, input/invalid-results. */
export async function parseResults(text: string, file = "the results"): Promise<Results> {
  const hint = "Make one with 'assure evaluate SNAPSHOT --output FILE'.";
  return (await parseAs("results", "results file", text, file, hint)) as Results;
}

async function parseAs(schema: "snapshot" | "results", noun: string, text: string, file: string, hint: string): Promise<unknown> {
  const value = parseJson(text, file);
  const version = typeof value === "object" && value !== null && "schemaVersion" in value ? value.schemaVersion : undefined;
  if (typeof version === "number" && version > 1) {
    throw new AssureError(
      `input/newer-${schema}`,
      `${file} was made by a newer version: its schema version is ${version}, and this version reads 1.`,
      { hint: "Upgrade assurance-case." },
    );
  }
  // A run that collects its snapshot has no use for the validators, which take long to load.
  const { firstViolation } = await import("@assurance-case/model/validate");
  const violation = firstViolation(schema, value);
  if (violation === undefined) return value;
  throw new AssureError(`input/invalid-${schema}`, `${file} is no ${noun}: ${violation.pointer} ${violation.message}.`, { hint });
}
