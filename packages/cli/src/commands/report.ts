import { parseResults } from "@assurance-case/evaluator";
import { EXIT } from "../exit-code.ts";
import type { Io } from "../io.ts";
import { writeOutput } from "../output.ts";
import { readInput } from "../read-input.ts";
import { type ReportOptions, renderResults } from "../render-results.ts";

/** `assure report`: results to what people read. */
export async function reportCommand(io: Io, file: string, options: ReportOptions): Promise<number> {
  const results = await parseResults(await readInput(io, file), file);
  await writeOutput(io, options.output, renderResults(io, results, options));
  return EXIT.ok;
}
