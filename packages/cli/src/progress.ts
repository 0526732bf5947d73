import type { Output } from "./io.ts";

const PATIENCE_MS = 500;

/** Runs a piece of work, and says on stderr what it is when it takes over half a second. */
export async function withProgress<T>(stderr: Output, what: string, work: () => Promise<T>): Promise<T> {
  // Node loads `performance` when it is first asked for.
  const started = Date.now();
  let told = false;
  const timer = setTimeout(() => {
    told = true;
    stderr.write(`${what} ...\n`);
  }, PATIENCE_MS);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
    if (told) stderr.write(`${what}: ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
  }
}
