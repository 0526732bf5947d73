import { mkdirSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";
import { AssureError } from "@assurance-case/model";
import { packageFolder } from "./paths.ts";
import { type Run, type RunOptions, run } from "./run.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

export interface FindOptions {
  /** Where a built OPA is kept. */
  readonly cache?: string;
  /** Told what takes long. */
  readonly note?: (message: string) => void;
}

export const opaVersion = "1.22.2";

const module = "github.com/open-policy-agent/opa";
const hint = `Set $OPA to the program of OPA ${opaVersion} (https://github.com/open-policy-agent/opa/releases/tag/v${opaVersion}), put it on PATH, or install Go (https://go.dev/dl), which builds it.`;
const found = new Map<string, Promise<string>>();

/**
 * The program of the pinned OPA: `$OPA`, else `opa` on PATH when it is that version, else one that Go builds once.
 * Throws compile/no-opa.
 */
export async function findOpa(env: Environment = process.env, options: FindOptions = {}): Promise<string> {
  if (env.OPA !== undefined && env.OPA !== "") return chosen(env.OPA, env);
  if ((await versionOf("opa", env)) === opaVersion) return "opa";
  const cached = options.cache ?? join(packageFolder, "node_modules/.cache", `opa-${opaVersion}`);
  if ((await versionOf(cached, env)) === opaVersion) return cached;
  return build(cached, env, options.note ?? toStderr);
}

/** Runs the pinned OPA, found once a process. */
export async function runOpa(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  const env = options.env ?? process.env;
  const key = `${env.OPA ?? ""}\0${env.PATH ?? ""}`;
  const program = found.get(key) ?? findOpa(env);
  found.set(key, program);
  return run(await program, args, options);
}

async function chosen(program: string, env: Environment): Promise<string> {
  const version = await versionOf(program, env);
  if (version === opaVersion) return program;
  const is = version === undefined ? "cannot be run" : `is version ${version}`;
  throw new AssureError("compile/no-opa", `$OPA, ${program}, ${is}; the policies are built with OPA ${opaVersion}.`, { hint });
}

async function versionOf(program: string, env: Environment): Promise<string | undefined> {
  try {
    const { stdout } = await run(program, ["version"], { env });
    return /^Version: (\S+)$/mu.exec(stdout)?.[1];
  } catch {
    return undefined;
  }
}

async function build(target: string, env: Environment, note: (message: string) => void): Promise<string> {
  note(`building OPA ${opaVersion} with Go, about 100 s the first time`);
  mkdirSync(dirname(target), { recursive: true });
  const partial = `${target}.${process.pid}`;
  const options = { cwd: packageFolder, env: { ...env, GOFLAGS: "-mod=readonly" } };
  const built = await run("go", ["build", "-o", partial, module], options).catch((cause: unknown) => {
    throw new AssureError("compile/no-opa", `OPA ${opaVersion} was not found, and Go is not there to build it.`, { hint, cause });
  });
  if (built.code !== 0)
    throw new AssureError("compile/no-opa", `Go could not build OPA ${opaVersion}: ${built.stderr.trim()}`, { hint });
  renameSync(partial, target);
  return target;
}

function toStderr(message: string): void {
  process.stderr.write(`${message}\n`);
}
