import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { evaluate, loadBundle, parseSnapshot } from "@assurance-case/evaluator";
import { materializeWidget } from "../widget.ts";
import { median } from "./median.ts";

// The whole command against its floor: an empty Node process, `git ls-tree -r` and `git log`, one after the other.
// Usage: pnpm bench [CLONE ...]. Without a clone: a small repository made here.

const ROUNDS = 21;
const EVALUATIONS = 200;
/** Until V8 has compiled what is used often. */
const WARM_UP = 200;
const cli = fileURLToPath(new URL("../../../packages/cli/dist/", import.meta.url));

function timed(program: string, args: readonly string[]): number {
  const started = performance.now();
  const { status, stderr } = spawnSync(program, args, { stdio: ["ignore", "ignore", "pipe"] });
  const took = performance.now() - started;
  if (status !== 0) throw new Error(`${program} ${args.join(" ")} ended with ${status}: ${stderr.toString()}`);
  return took;
}

function floor(clone: string): number {
  return (
    timed(process.execPath, ["-e", ""]) +
    timed("git", ["-C", clone, "ls-tree", "-r", "HEAD"]) +
    timed("git", ["-C", clone, "log"])
  );
}

function whole(clone: string): number {
  return timed(process.execPath, [join(cli, "bin/assure.cjs"), "check", clone, "--no-fail"]);
}

// Each round has its own ratio, so that a change of the machine's pace meets both.
function compare(clone: string): void {
  const floors: number[] = [];
  const wholes: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    floors.push(floor(clone));
    wholes.push(whole(clone));
  }
  const ratio = median(wholes.map((took, round) => took / (floors[round] ?? Number.NaN)));
  console.log(
    `${clone}: floor ${median(floors).toFixed(0)} ms, assure check ${median(wholes).toFixed(0)} ms, ratio ${ratio.toFixed(2)}`,
  );
}

async function evaluation(): Promise<void> {
  const bundle = await loadBundle(join(cli, "bundle"));
  const text = readFileSync(join(cli, "example/dalec.snapshot.json"), "utf8");
  const snapshot = await parseSnapshot(text, "example");
  const evaluatedAt = "2026-01-31";
  const json = JSON.stringify({ ...snapshot, evaluatedAt, skip: [] });
  const call = medianOf(() => bundle.policy.evaluate(json));
  const all = medianOf(() => evaluate(bundle, snapshot, { evaluatedAt }));
  console.log(
    `evaluation of the example (${(text.length / 1024).toFixed(0)} KB) after load: ${call.toFixed(2)} ms, with the digest and the order of the results ${all.toFixed(2)} ms`,
  );
}

function medianOf(work: () => void): number {
  const times: number[] = [];
  for (let round = 0; round < WARM_UP + EVALUATIONS; round += 1) {
    const started = performance.now();
    work();
    if (round >= WARM_UP) times.push(performance.now() - started);
  }
  return median(times);
}

const made = mkdtempSync(join(tmpdir(), "assure-bench-"));
try {
  const given = process.argv.slice(2);
  if (given.length === 0) materializeWidget(join(made, "widget"));
  console.log(
    `Node ${process.version}, ${spawnSync("git", ["--version"]).stdout.toString().trim()}, ${cpus().length} x ${cpus()[0]?.model}`,
  );
  for (const clone of given.length > 0 ? given : [join(made, "widget")]) compare(clone);
  await evaluation();
} finally {
  rmSync(made, { recursive: true, force: true });
}
