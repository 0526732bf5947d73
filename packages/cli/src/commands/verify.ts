import { evaluate, loadBundle, parseResults, parseSnapshot } from "@assurance-case/evaluator";
import { AssureError } from "@assurance-case/model";
import { type Difference, differences, renderJson } from "@assurance-case/reporter";
import { printable, printableJson } from "@assurance-case/reporter/printable";
import { EXIT } from "../exit-code.ts";
import type { Io } from "../io.ts";
import { BUNDLE_FOLDER } from "../package-files.ts";
import { readInput } from "../read-input.ts";

export interface VerifyOptions {
  readonly snapshot: string;
  readonly bundle?: string;
  readonly json?: boolean;
}

const LONGEST = 160;

/** `assure verify`: evaluates the snapshot again, for the results' own date, and says whether the same bytes come out. */
export async function verifyCommand(io: Io, file: string, options: VerifyOptions): Promise<number> {
  const text = await readInput(io, file);
  const given = await parseResults(text, file);
  const snapshot = await parseSnapshot(await readInput(io, options.snapshot), options.snapshot);
  const bundle = await loadBundle(options.bundle ?? BUNDLE_FOLDER);
  const { results, failedClaims } = evaluate(bundle, snapshot, { evaluatedAt: given.evaluatedAt });
  const same = text === renderJson(results) && failedClaims.length === 0;
  const found = differences(given, results);
  const output = JSON.stringify({ same, differences: found, failedClaims }, null, 2);
  io.stdout.write(options.json === true ? `${printableJson(output)}\n` : told(same, found));
  if (same) return EXIT.ok;
  throw new AssureError("verify/different", `${file} is not what ${options.snapshot} and the policies give.`, {
    hint: "When the digest of the bundle differs, verify with the policies that made the results: --bundle FOLDER.",
  });
}

function told(same: boolean, found: readonly Difference[]): string {
  if (same) return "same bytes\n";
  if (found.length === 0) return "the same values, but not the same bytes, or a policy that failed\n";
  return found.map(({ path, given, found: again }) => `${printable(path)}: ${short(given)} -> ${short(again)}\n`).join("");
}

function short(value: string | undefined): string {
  if (value === undefined) return "(absent)";
  return printable(value.length > LONGEST ? `${value.slice(0, LONGEST)}...` : value);
}
