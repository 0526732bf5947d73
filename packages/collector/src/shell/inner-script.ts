import type { Shell } from "./shell.ts";
import type { Unwrapped } from "./unwrap.ts";

/** A script in the arguments of a shell: `bash -euo pipefail -c '…'`. */
export interface InnerScript {
  readonly text: string;
  readonly shell: Shell;
}

const DIALECTS: ReadonlyMap<string, Shell["dialect"]> = new Map([
  ["bash", "bash"],
  ["sh", "sh"],
  ["dash", "sh"],
]);

/** The script that a shell is given as a word; undefined when there is none, or it is computed. */
export function innerScript({ program, args }: Unwrapped): InnerScript | undefined {
  const dialect = DIALECTS.get(program);
  if (dialect === undefined) return undefined;
  let errexit = false;
  let pipefail = false;
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? null;
    if (arg === null || !/^-[a-z]+$/i.test(arg)) return undefined;
    errexit ||= arg.includes("e");
    if (arg.includes("o")) {
      at += 1;
      pipefail ||= args[at] === "pipefail";
      errexit ||= args[at] === "errexit";
    }
    const text = args[at + 1] ?? null;
    if (arg.includes("c"))
      return text === null || text.startsWith("-") ? undefined : { text, shell: { dialect, errexit, pipefail } };
  }
  return undefined;
}
