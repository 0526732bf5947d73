/**
 * Stable codes of everything that stops a run. Each belongs to one exit code of the command:
 * `input/*` and `usage/*` end with 2, `collect/*`, `evaluate/*` and `verify/*` with 3.
 */
export type AssureErrorCode =
  | "usage/invalid"
  | "input/no-repository"
  | "input/no-commit"
  | "input/no-case"
  | "input/too-large"
  | "input/unreadable"
  | "input/unwritable"
  | "input/invalid-json"
  | "input/invalid-snapshot"
  | "input/newer-snapshot"
  | "input/invalid-results"
  | "input/newer-results"
  | "input/invalid-bundle"
  | "input/bundle-mismatch"
  | "input/alternates"
  | "collect/no-claims"
  | "collect/git-missing"
  | "collect/git-failed"
  | "collect/git-timeout"
  | "collect/limit"
  | "evaluate/failed"
  | "evaluate/nothing-assessed"
  | "verify/different"
  | "compile/no-opa"
  | "compile/failed"
  | "compile/convention";

/** What went wrong, where, and what to do. The message never carries a token. */
export class AssureError extends Error {
  readonly code: AssureErrorCode;
  readonly hint: string | undefined;

  constructor(code: AssureErrorCode, message: string, options: { hint?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "AssureError";
    this.code = code;
    this.hint = options.hint;
  }
}
