import { run } from "assurance-case";

/** What a run of the command left behind. */
export interface Run {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface World {
  readonly cwd?: string;
  readonly stdin?: string;
  readonly now?: string;
  readonly terminal?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the command as built, in this process, in a world of its own. */
export async function assure(argv: readonly string[], world: World = {}): Promise<Run> {
  let stdout = "";
  let stderr = "";
  const isTerminal = world.terminal === true;
  const exitCode = await run(argv, {
    stdout: {
      write: (text) => {
        stdout += text;
      },
      isTerminal,
      columns: isTerminal ? 80 : undefined,
    },
    stderr: {
      write: (text) => {
        stderr += text;
      },
      isTerminal: false,
      columns: undefined,
    },
    readStdin: async () => world.stdin ?? "",
    env: world.env ?? {},
    cwd: world.cwd ?? process.cwd(),
    now: () => new Date(world.now ?? "2026-01-31T12:00:00Z"),
  });
  return { exitCode, stdout, stderr };
}
