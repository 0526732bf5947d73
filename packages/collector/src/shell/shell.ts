import type { Blind } from "@assurance-case/model";

/** How a script is run, as far as the exit of its commands depends on it. */
export interface Shell {
  readonly dialect: "bash" | "sh";
  readonly errexit: boolean;
  readonly pipefail: boolean;
}

/** The operating system of a runner, as far as it can be told. */
export type RunnerSystem = "posix" | "windows" | "unknown";

// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsshell
const UNSPECIFIED: Shell = { dialect: "bash", errexit: true, pipefail: false };
const BUILT_IN: Readonly<Record<string, Shell>> = {
  bash: { dialect: "bash", errexit: true, pipefail: true },
  sh: { dialect: "sh", errexit: true, pipefail: false },
};

const DIALECTS: Readonly<Record<string, Shell["dialect"]>> = { bash: "bash", sh: "sh", dash: "sh", ash: "sh" };

/** The shell of a step, from its `shell` (or the defaults) and the runner. */
export function shellOf(declared: string | undefined, system: RunnerSystem): Shell | Blind {
  if (declared !== undefined) return declaredShell(declared.trim());
  if (system === "posix") return UNSPECIFIED;
  return blind(
    system === "windows"
      ? "not a POSIX shell: pwsh, the default on Windows"
      : "the runner, and so its default shell, is computed",
  );
}

function declaredShell(declared: string): Shell | Blind {
  if (Object.hasOwn(BUILT_IN, declared)) return BUILT_IN[declared] ?? UNSPECIFIED;
  if (declared.includes("${{")) return blind("the shell is computed");
  const [program = "", ...words] = declared.split(/\s+/);
  const name = program.slice(program.lastIndexOf("/") + 1);
  if (!Object.hasOwn(DIALECTS, name)) return blind(`not a POSIX shell: ${name}`);
  if (!words.includes("{0}")) return blind("the shell has no place for the script: {0}");
  return { dialect: DIALECTS[name] ?? "sh", ...flagsOf(words) };
}

/** Options of a template such as `bash -euo pipefail {0}`. */
function flagsOf(words: readonly string[]): { readonly errexit: boolean; readonly pipefail: boolean } {
  const flags = words.slice(0, words.indexOf("{0}")).filter((word) => /^-[a-zA-Z]+$/.test(word));
  const named = words.filter((_, at) => /^-[a-zA-Z]*o$/.test(words[at - 1] ?? ""));
  return { errexit: flags.some((flag) => flag.includes("e")) || named.includes("errexit"), pipefail: named.includes("pipefail") };
}

function blind(reason: string): Blind {
  return { status: "unavailable", reason };
}
