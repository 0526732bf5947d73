import type { Shell } from "./shell.ts";
import type { Words } from "./unwrap.ts";

export type Switch = "on" | "off" | "unknown";

/** The state of a shell that decides what a failure comes to. It changes as the script runs. */
export interface Environment {
  errexit: Switch;
  pipefail: Switch;
  /** Whether `$( … )` runs with the errexit of its shell: bash clears it, other shells and inherit_errexit keep it. */
  inherited: Switch;
  /** Whether a trap may replace the status that the script exits with. */
  trapped: boolean;
}

export function environmentOf(shell: Shell): Environment {
  return {
    errexit: shell.errexit ? "on" : "off",
    pipefail: shell.pipefail ? "on" : "off",
    inherited: shell.dialect === "bash" ? "off" : "unknown",
    trapped: false,
  };
}

/** The environment holds afterwards what holds in each of its possible futures. */
export function joinInto(environment: Environment, ...futures: readonly Environment[]): void {
  for (const key of ["errexit", "pipefail", "inherited"] as const) {
    const [first = environment[key], ...others] = futures.map((future) => future[key]);
    environment[key] = others.every((other) => other === first) ? first : "unknown";
  }
  environment.trapped = futures.some((future) => future.trapped);
}

/** After something that may do anything to its shell, such as `source`. */
export function forget(environment: Environment): void {
  environment.errexit = "unknown";
  environment.pipefail = "unknown";
}

/** Applies the arguments of `set`: https://www.gnu.org/software/bash/manual/html_node/The-Set-Builtin.html */
export function applySet(environment: Environment, args: Words): void {
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? null;
    if (arg === null) forget(environment);
    if (arg === null || arg === "--" || arg === "-" || !/^[-+]/.test(arg)) return;
    const value = arg.startsWith("-") ? "on" : "off";
    if (arg.includes("e")) environment.errexit = value;
    if (arg.includes("o")) {
      at += 1;
      setNamed(environment, args[at], value);
    }
  }
}

function setNamed(environment: Environment, name: string | null | undefined, value: Switch): void {
  if (name === null) forget(environment);
  if (name === "errexit") environment.errexit = value;
  if (name === "pipefail") environment.pipefail = value;
}

/** Applies the arguments of `shopt`, of which inherit_errexit and `-o` options matter. */
export function applyShopt(environment: Environment, args: Words): void {
  if (args.includes(null) || args.some((arg) => arg?.startsWith("-") && arg.includes("o"))) forget(environment);
  if (args.includes(null) || args.includes("inherit_errexit")) environment.inherited = "unknown";
}
