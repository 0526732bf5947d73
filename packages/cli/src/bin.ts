#!/usr/bin/env node
import type { Io, Output } from "./io.ts";
import { run } from "./run.ts";

function output(stream: NodeJS.WriteStream): Output {
  return {
    write: (chunk) => {
      stream.write(chunk);
    },
    isTerminal: stream.isTTY === true,
    columns: stream.isTTY === true ? stream.columns : undefined,
  };
}

const io: Io = {
  stdout: output(process.stdout),
  stderr: output(process.stderr),
  readStdin: async () => (await import("node:stream/consumers")).text(process.stdin),
  env: process.env,
  cwd: process.cwd(),
  now: () => new Date(),
};

// A reader that closes the pipe early, such as head, is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(process.exitCode ?? 0);
  failed(error);
});
// Ends as a signal does, but with what was made for the run taken away.
for (const [signal, code] of [
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)
  process.once(signal, () => process.exit(code));

run(process.argv.slice(2), io).then((code) => {
  process.exitCode = code;
  // Once all is written: the end of git, which was told to end, need not be waited for.
  process.stdout.write("", () => process.stderr.write("", () => process.exit()));
}, failed);

/** What cannot even be said: standard output is full or gone. 3 says that the run failed, not that a claim is violated. */
function failed(error: unknown): void {
  process.stderr.write(`assure: the result cannot be written: ${error instanceof Error ? error.message : "unknown"}\n`);
  process.exit(3);
}
