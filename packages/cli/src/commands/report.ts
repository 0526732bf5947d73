import { parseJson } from "@assurance-case/evaluator";
import { AssureError, type Results } from "@assurance-case/model";
import { firstViolation } from "@assurance-case/model/validate";
import { EXIT } from "../exit-code.ts";
import type { Io } from "../io.ts";
import { writeOutput } from "../output.ts";
import { readInput } from "../read-input.ts";
import { type ReportOptions, renderResults } from "../render-results.ts";

/** `assure report`: results to what people read. */
export async function reportCommand(io: Io, file: string, options: ReportOptions): Promise<number> {
  const results = parseResults(await readInput(io, file), file);
  await writeOutput(io, options.output, renderResults(io, results, options));
  return EXIT.ok;
}

function parseResults(text: string, file: string): Results {
  const value = parseJson(text, file);
  refuseNewer(value, file);
  const violation = firstViolation("results", value);
  if (violation === undefined) return value as Results;
  throw new AssureError("input/invalid-results", `${file} is no results file: ${violation.pointer} ${violation.message}.`, {
    hint: "Make one with 'assure evaluate SNAPSHOT --output FILE'.",
  });
}

function refuseNewer(value: unknown, file: string): void {
  const version = typeof value === "object" && value !== null && "schemaVersion" in value ? value.schemaVersion : undefined;
  if (typeof version !== "number" || version <= 1) return;
  throw new AssureError(
    "input/newer-results",
    `${file} was made by a newer version: its schema version is ${version}, and this version reads 1.`,
    {
      hint: "Upgrade assurance-case.",
    },
  );
}
