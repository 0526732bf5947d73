import { AssureError, type Results } from "@assurance-case/model";

/** What the command's exit code says. */
export const EXIT = {
  /** No claim violated. */
  ok: 0,
  /** A claim violated. */
  violated: 1,
  /** Usage, configuration or input error. */
  usage: 2,
  /** Collection or evaluation failed, or nothing was assessed. */
  failed: 3,
  /** With --strict, a claim undetermined. */
  undetermined: 4,
} as const;

export interface ExitOptions {
  readonly fail: boolean;
  readonly strict: boolean;
}

/** The exit code of an evaluation. A policy that failed counts before any verdict. */
export function exitCodeOf(results: Results, failedClaims: readonly string[], { fail, strict }: ExitOptions): number {
  if (failedClaims.length > 0) return EXIT.failed;
  if (!fail) return EXIT.ok;
  if (results.goal.counts.violated > 0) return EXIT.violated;
  if (strict && results.goal.counts.undetermined > 0) return EXIT.undetermined;
  return EXIT.ok;
}

/** The exit code of an error. */
export function exitCodeOfError(error: unknown): number {
  if (!(error instanceof AssureError)) return EXIT.failed;
  return error.code.startsWith("usage/") || error.code.startsWith("input/") ? EXIT.usage : EXIT.failed;
}
