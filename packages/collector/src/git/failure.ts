import { AssureError } from "@assurance-case/model";
import { oneLine } from "./one-line.ts";

/** What went wrong when git could not be started. */
export function startFailure(cause: NodeJS.ErrnoException): AssureError {
  if (cause.code === "ENOENT") {
    return new AssureError("collect/git-missing", "git was not found on PATH.", { cause, hint: "Install git 2.36 or later." });
  }
  return new AssureError("collect/git-failed", `git could not be started: ${cause.code}.`, { cause });
}

/** What went wrong when git ended with an error. */
export function runFailure(command: string, stderr: Buffer): AssureError {
  const said = oneLine(stderr.toString("utf8"));
  return new AssureError("collect/git-failed", `git ${command} failed${said === "" ? "." : `: ${said}`}`);
}

/** What went wrong when git took too long. */
export function timeoutFailure(command: string, timeoutMs: number): AssureError {
  return new AssureError("collect/git-timeout", `git ${command} took longer than ${timeoutMs / 1000} s.`);
}
