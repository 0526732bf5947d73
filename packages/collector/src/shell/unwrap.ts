/** A program that runs the command in its arguments, and fails when that fails. */
interface Wrapper {
  /** Options whose value is the next word. */
  readonly valued?: readonly string[];
  /** Options with which it runs no command. */
  readonly alone?: readonly string[];
  /** Words before the command, such as the duration of `timeout`. */
  readonly operands?: number;
  /** Whether NAME=value may stand before the command. */
  readonly assigns?: boolean;
}

const WRAPPERS: Readonly<Record<string, Wrapper>> = {
  builtin: {},
  command: { alone: ["-v", "-V"] },
  doas: { valued: ["-u", "-C"] },
  env: { valued: ["-u", "--unset", "-C", "--chdir"], alone: ["-S", "--split-string"], assigns: true },
  exec: { valued: ["-a"] },
  ionice: { valued: ["-c", "-n", "--class", "--classdata"], alone: ["-p"] },
  nice: { valued: ["-n", "--adjustment"] },
  nohup: {},
  setsid: {},
  stdbuf: { valued: ["-i", "-o", "-e", "--input", "--output", "--error"] },
  sudo: {
    valued: [
      "-u",
      "-g",
      "-h",
      "-p",
      "-C",
      "-r",
      "-t",
      "-T",
      "-U",
      "-D",
      "-R",
      "--user",
      "--group",
      "--host",
      "--prompt",
      "--chdir",
      "--chroot",
    ],
    alone: ["-v", "-l", "-k", "-K", "-V", "-e"],
    assigns: true,
  },
  time: { valued: ["-f", "-o", "--format", "--output"] },
  timeout: { valued: ["-k", "-s", "--kill-after", "--signal"], operands: 1 },
  xargs: { valued: ["-n", "-P", "-I", "-L", "-d", "-a", "-s", "-E", "--max-args", "--max-procs", "--delimiter", "--arg-file"] },
};

export type Words = readonly (string | null)[];

export interface Unwrapped {
  /** Without folders; empty when it is computed. */
  readonly program: string;
  readonly args: Words;
  /** The programs around it, outermost first. */
  readonly wrappers: readonly string[];
}

/** The command that a simple command runs in the end: `sudo -E timeout 5m go test` is `go test`. */
export function unwrap(words: Words, wrappers: readonly string[] = []): Unwrapped {
  const [first = null, ...args] = words;
  const program = first === null ? "" : first.slice(first.lastIndexOf("/") + 1);
  const wrapper = Object.hasOwn(WRAPPERS, program) ? WRAPPERS[program] : undefined;
  const inner = wrapper === undefined ? undefined : commandIn(args, wrapper);
  if (inner === undefined || inner.length === 0) return { program, args, wrappers };
  return unwrap(program === "xargs" ? [...inner, null] : inner, [...wrappers, program]);
}

function commandIn(args: Words, wrapper: Wrapper): Words | undefined {
  let operands = wrapper.operands ?? 0;
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? null;
    if (arg === "--") return args.slice(at + 1 + operands);
    if (arg !== null && wrapper.alone?.includes(arg)) return undefined;
    if (arg !== null && wrapper.valued?.includes(arg)) at += 1;
    else if (isPassed(arg, wrapper)) continue;
    else if (operands === 0) return args.slice(at);
    else operands -= 1;
  }
  return undefined;
}

function isPassed(arg: string | null, wrapper: Wrapper): boolean {
  return arg !== null && ((arg.length > 1 && arg.startsWith("-")) || (wrapper.assigns === true && /^\w+=/.test(arg)));
}
