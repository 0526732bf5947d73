import { evaluate, loadBundle, parseSnapshot } from "@assurance-case/evaluator";
import { renderJson } from "@assurance-case/reporter";
import { dateOf } from "../evaluation-date.ts";
import { exitCodeOf } from "../exit-code.ts";
import type { Io } from "../io.ts";
import { writeOutput } from "../output.ts";
import { BUNDLE_FOLDER } from "../package-files.ts";
import { readInput } from "../read-input.ts";

export interface EvaluateOptions {
  readonly at?: string;
  readonly bundle?: string;
  readonly output?: string;
  readonly fail: boolean;
  readonly strict?: boolean;
}

/** `assure evaluate`: a snapshot to results. The date is the commit's unless --at says another. */
export async function evaluateCommand(io: Io, file: string, options: EvaluateOptions): Promise<number> {
  const snapshot = await parseSnapshot(await readInput(io, file), file);
  const bundle = await loadBundle(options.bundle ?? BUNDLE_FOLDER);
  const evaluatedAt = dateOf(options.at) ?? snapshot.subject.committedAt.slice(0, 10);
  const { results, failedClaims } = evaluate(bundle, snapshot, { evaluatedAt });
  await writeOutput(io, options.output, renderJson(results));
  return exitCodeOf(results, failedClaims, { fail: options.fail, strict: options.strict === true });
}
