import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { evaluate, loadBundle, parseSnapshot } from "@assurance-case/evaluator";
import { materializeWidget } from "../widget.ts";
import { materializeLarge } from "./large.ts";
import { median } from "./median.ts";

// The whole command against its floor: an empty Node process, `git ls-tree -r` and `git log`, one after the other.
// Usage: pnpm bench [CLONE ...]. Without a clone: a small repository made here, and one of 25,000 files and 100,000 commits.

const ROUNDS = 21;
const ROUNDS_OF_LARGE = 5;
const EVALUATIONS = 200;
/** Until V8 has compiled what is used often. */
const WARM_UP = 200;
const cli = fileURLToPath(new URL("../../../packages/cli/dist/", import.meta.url));
const command = join(cli, "bin/assure.cjs");

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
  return timed(process.execPath, [command, "check", clone, "--no-fail"]);
}

// Each round has its own ratio, so that a change of the machine's pace meets both.
function compare(clone: string, rounds: number): void {
  const floors: number[] = [];
  const wholes: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    floors.push(floor(clone));
    wholes.push(whole(clone));
  }
  const ratio = median(wholes.map((took, round) => took / (floors[round] ?? Number.NaN)));
  console.log(
    `${clone}: floor ${median(floors).toFixed(0)} ms, assure check ${median(wholes).toFixed(0)} ms, ratio ${ratio.toFixed(2)}`,
  );
}

const TELL_MEMORY = 'data:text/javascript,process.on("exit",()=>process.stderr.write("\\n"+process.resourceUsage().maxRSS))';

/** How large the snapshot is, and how much memory the whole command takes at most. */
function sizes(clone: string): void {
  const collected = spawnSync(process.execPath, [command, "collect", clone], { maxBuffer: 1 << 28 });
  const checked = spawnSync(process.execPath, ["--import", TELL_MEMORY, command, "check", clone, "--no-fail"]);
  const kibibytes = Number(checked.stderr.toString().split("\n").at(-1));
  console.log(
    `${clone}: snapshot ${(collected.stdout.length / 1024).toFixed(0)} KB, memory ${(kibibytes / 1024).toFixed(0)} MB at most`,
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

async function compareMade(folder: string): Promise<void> {
  const [widget, large] = [join(folder, "widget"), join(folder, "large")];
  materializeWidget(widget);
  compare(widget, ROUNDS);
  await materializeLarge(large);
  compare(large, ROUNDS_OF_LARGE);
  sizes(large);
}

const made = mkdtempSync(join(tmpdir(), "assure-bench-"));
try {
  const given = process.argv.slice(2);
  console.log(
    `Node ${process.version}, ${spawnSync("git", ["--version"]).stdout.toString().trim()}, ${cpus().length} x ${cpus()[0]?.model}`,
  );
  for (const clone of given) compare(clone, ROUNDS);
  if (given.length === 0) await compareMade(made);
  await evaluation();
} finally {
  rmSync(made, { recursive: true, force: true });
}
