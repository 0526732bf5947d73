import { type ChildProcess, spawn } from "node:child_process";
import { isAbsolute } from "node:path";
import { AssureError } from "@assurance-case/model";
import { runFailure, startFailure, timeoutFailure } from "./failure.ts";

/** Where git is pointed to and what it may use up. */
interface GitOptions {
  /** Such as GIT_DIR. Nothing is inherited. */
  readonly env?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
  /** Takes the output as it comes; the promise then gives none. */
  readonly onData?: (chunk: Buffer) => void;
  /** Exit codes that are an answer; 0 when left out. */
  readonly accept?: readonly number[];
}

/** Runs git and gives its standard output. Throws `collect/git-*` and `collect/limit`. */
export type Git = (args: readonly string[], options?: GitOptions) => Promise<Buffer>;

// What a target's configuration could otherwise start or change, for the few commands that read that configuration.
const SETTINGS = [
  "safe.directory=*",
  "core.fsmonitor=false",
  "core.hooksPath=/dev/null",
  "core.attributesFile=/dev/null",
  "core.commitGraph=false",
  "log.showSignature=false",
  "log.mailmap=false",
  "gpg.program=false",
  "protocol.allow=never",
];

const GLOBAL = ["--no-pager", "--no-replace-objects", "--no-optional-locks", ...SETTINGS.flatMap((setting) => ["-c", setting])];

/**
 * Starts git: the only place that does. Its environment is made from nothing, it belongs to a process group of its own,
 * and it runs in `/`, so that no relative entry of PATH means a folder of the target.
 */
export function startGit(args: readonly string[], env: Readonly<Record<string, string>>, stdin: "ignore" | "pipe"): ChildProcess {
  return spawn("git", [...GLOBAL, ...args], {
    cwd: "/",
    detached: true,
    env: { ...environment(), ...env },
    stdio: [stdin, "pipe", "pipe"],
  });
}

/** Ends git and whatever it started. */
export function killGit(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}

/** Runs one git command to its end, standard input closed, and gives its standard output. */
export const runGit: Git = (args, options = {}) =>
  new Promise((resolve, reject) => {
    const { env = {}, timeoutMs = 120_000, maxBytes = 256 * 1024 * 1024, accept = [0] } = options;
    const command = args.find((arg) => /^[a-z][a-z-]+$/u.test(arg)) ?? "";
    const child = startGit(args, env, "ignore");
    const output: Buffer[] = [];
    const { onData = (chunk) => output.push(chunk) } = options;
    const errors: Buffer[] = [];
    let size = 0;
    const stop = (error: unknown): void => {
      clearTimeout(timer);
      killGit(child);
      reject(error);
    };
    const timer = setTimeout(() => stop(timeoutFailure(command, timeoutMs)), timeoutMs);
    child.stdout?.on("data", (chunk: Buffer) => {
      size += chunk.length;
      try {
        if (size > maxBytes) throw new AssureError("collect/limit", `git ${command} gives more than ${maxBytes} bytes.`);
        onData(chunk);
      } catch (error) {
        stop(error);
      }
    });
    child.stderr?.on("data", (chunk: Buffer) => {
      if (errors.length < 16) errors.push(chunk);
    });
    child.on("error", (cause) => stop(startFailure(cause)));
    child.on("close", (code) => {
      clearTimeout(timer);
      if (code !== null && accept.includes(code)) resolve(Buffer.concat(output));
      else reject(runFailure(command, Buffer.concat(errors)));
    });
  });

function environment(): Record<string, string> {
  const path = (process.env["PATH"] ?? "/usr/bin:/bin").split(":").filter((folder) => isAbsolute(folder));
  return {
    PATH: path.join(":"),
    LC_ALL: "C",
    HOME: "/nonexistent",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_SYSTEM: "/dev/null",
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_ATTR_NOSYSTEM: "1",
    GIT_NO_LAZY_FETCH: "1",
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_ALLOW_PROTOCOL: "none",
    GIT_GRAFT_FILE: "/dev/null",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_TERMINAL_PROMPT: "0",
  };
}
