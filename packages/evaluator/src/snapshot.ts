import { AssureError, type Snapshot } from "@assurance-case/model";
import { parseJson } from "./json.ts";

/** Reads a snapshot. Throws input/too-large, input/invalid-json, input/newer-snapshot, input/invalid-snapshot. */
export async function parseSnapshot(text: string, file = "the snapshot"): Promise<Snapshot> {
  const value = parseJson(text, file);
  refuseNewer(value, file);
  // A run that collects its snapshot has no use for the validators, which take long to load.
  const { firstViolation } = await import("@assurance-case/model/validate");
  const violation = firstViolation("snapshot", value);
  if (violation === undefined) return value as Snapshot;
  throw new AssureError("input/invalid-snapshot", `${file} is no snapshot: ${violation.pointer} ${violation.message}.`, {
    hint: "Make one with 'assure collect --output FILE'.",
  });
}

function refuseNewer(value: unknown, file: string): void {
  if (typeof value !== "object" || value === null || !("schemaVersion" in value)) return;
  if (typeof value.schemaVersion !== "number" || value.schemaVersion <= 1) return;
  throw new AssureError(
    "input/newer-snapshot",
    `${file} was made by a newer version: its schema version is ${value.schemaVersion}, and this version reads 1.`,
    {
      hint: "Upgrade assurance-case.",
    },
  );
}
