import { statSync } from "node:fs";
import { resolve } from "node:path";
import { AssureError, type Snapshot, type Vocabulary } from "@assurance-case/model";
import { printable } from "@assurance-case/reporter/printable";
import { type CollectOptions, collectSnapshot } from "../collect-snapshot.ts";
import { dateOf } from "../evaluation-date.ts";
import { exitCodeOf } from "../exit-code.ts";
import type { Io } from "../io.ts";
import { writeOutput } from "../output.ts";
import { BUNDLE_FOLDER, EXAMPLE_SNAPSHOT } from "../package-files.ts";
import { withProgress } from "../progress.ts";
import { readInput } from "../read-input.ts";
import type { ReportOptions } from "../render-results.ts";

export interface CheckOptions extends CollectOptions, ReportOptions {
  readonly example?: boolean;
  readonly at?: string;
  readonly fail: boolean;
  readonly strict?: boolean;
}

/** `assure check`: collects, evaluates and reports in one go. What git need not wait for is loaded after it has started. */
export async function checkCommand(io: Io, target: string | undefined, options: CheckOptions): Promise<number> {
  const loading = import("@assurance-case/evaluator").then(({ loadBundle }) => loadBundle(BUNDLE_FOLDER));
  const vocabulary = loading.then((loaded) => loaded.vocabulary);
  const [bundle, snapshot] = await Promise.all([loading, obtainSnapshot(io, target, vocabulary, options)]);
  const [{ evaluate }, { renderResults }] = await Promise.all([
    import("@assurance-case/evaluator"),
    import("../render-results.ts"),
  ]);
  const evaluatedAt = dateOf(options.at) ?? io.now().toISOString().slice(0, 10);
  const { results, failedClaims } = evaluate(bundle, snapshot, { evaluatedAt });
  await writeOutput(io, options.output, renderResults(io, results, options));
  for (const id of failedClaims)
    io.stderr.write(`assure: the policy of claim ${printable(id)} failed; its checks are unknown.\n`);
  return exitCodeOf(results, failedClaims, { fail: options.fail, strict: options.strict === true });
}

async function obtainSnapshot(
  io: Io,
  target: string | undefined,
  vocabulary: Promise<Vocabulary>,
  options: CheckOptions,
): Promise<Snapshot> {
  if (options.example === true) {
    if (target !== undefined)
      throw new AssureError("usage/invalid", `--example takes no target, and ${target} was given.`, {
        hint: "Leave out one of them.",
      });
    refuseCollectOptions(options);
    return readSnapshot(io, EXAMPLE_SNAPSHOT);
  }
  const wanted = target ?? ".";
  if (isFile(resolve(io.cwd, wanted))) {
    refuseCollectOptions(options);
    return readSnapshot(io, wanted);
  }
  return withProgress(io.stderr, "Collecting", () => collectSnapshot(io, wanted, vocabulary, options));
}

async function readSnapshot(io: Io, path: string): Promise<Snapshot> {
  const { parseSnapshot } = await import("@assurance-case/evaluator");
  return parseSnapshot(await readInput(io, path), path);
}

/** A snapshot is what it is: an option that would have made it another must not seem to have worked. */
function refuseCollectOptions(options: CheckOptions): void {
  const names = ["ref", "case", "repository", "defaultBranch", "allowAlternates", "redact"] as const;
  const given = names.find((name) => options[name] !== undefined);
  if (given === undefined) return;
  const flag = `--${given.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`;
  throw new AssureError("usage/invalid", `${flag} is for collecting, and a snapshot is collected already.`, {
    hint: "Leave it out, or name the repository.",
  });
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
