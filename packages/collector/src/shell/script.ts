import { type Blind, type Command, type Fact, observed } from "@assurance-case/model";
import { environmentOf } from "./environment.ts";
import { maskExpressions } from "./expression.ts";
import { functionsOf } from "./functions.ts";
import { newReading, parseScript, type Reading, type Sighting, type Source, Unreadable } from "./reading.ts";
import { withoutSecrets } from "./secret.ts";
import type { Shell } from "./shell.ts";
import { steersItself } from "./steering.ts";
import { either, PROPAGATES, swallowed, uniform } from "./verdict.ts";
import { type Scope, unknownFrame, walkPart, walkStatements } from "./walk.ts";

const LONGEST_SCRIPT = 64 * 1024;

export interface ScriptPlace {
  /** Line of the file on which the script starts. */
  readonly line: number;
  /** Whether its lines are lines of the file, as in a block scalar; otherwise all of it stands on one. */
  readonly multiline: boolean;
  readonly shell: Shell | Blind;
  /** Whether a variable from outside of it steers what its commands do. */
  readonly steered?: boolean;
  /** Programs whose arguments are kept. */
  readonly programs: readonly string[];
}

/** The commands that a script can run, in the order of its text, and whether a failure of each fails it. */
export function readScript(script: string, { line, multiline, shell, programs, steered = false }: ScriptPlace): Fact<Command[]> {
  const lineOf = (offset: number) => (multiline ? line + offset : line);
  if ("status" in shell) return { ...shell, line };
  if (script.length > LONGEST_SCRIPT) return { status: "unavailable", reason: "the script is larger than 64 KiB", line };
  try {
    const sightings = [...sightingsOf(maskExpressions(script), shell)].sort((one, other) => one.at - other.at);
    const commands = sightings.map((sighting) => commandOf(sighting, lineOf(sighting.line), programs));
    return observed(steered || steersItself(script) ? commands.map(doubted) : commands);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { status: "unavailable", reason: error.message, line: lineOf(error.at) };
  }
}

function sightingsOf(text: string, shell: Shell): Iterable<Sighting> {
  const source: Source = { text, line: 0, at: 0, nested: false };
  const script = parseScript(text, source);
  const reading: Reading = { ...newReading(text), functions: functionsOf(script, source) };
  const scope: Scope = { reading, source };
  const frame = { ...uniform(PROPAGATES, false), passed: swallowed("negation") };
  walkStatements(script.commands, frame, environmentOf(shell), scope);
  walkUncalled(scope, shell);
  return reading.sightings.values();
}

/** A function that is called nowhere that can be seen may still be: its commands are listed, their exit is unknown. */
function walkUncalled(scope: Scope, shell: Shell): void {
  const { functions, called } = scope.reading;
  // What is walked already has its exit from there.
  const reading = { ...scope.reading, stack: new Set(called) };
  for (const { definitions, source } of functions.values()) {
    for (const node of definitions) {
      if (called.has(node) || node.body.type === "CompoundList") continue;
      walkPart(node.body, unknownFrame("function"), environmentOf(shell), { reading, source });
    }
  }
}

function commandOf({ program, args, verdicts, conditional }: Sighting, line: number, programs: readonly string[]): Command {
  const { exit, by } = either(verdicts, "function");
  const known = programs.includes(program);
  const words = args.map((arg) => (arg === "$?" ? null : arg));
  return {
    line,
    program,
    ...(known ? { args: withoutSecrets(program, words) } : {}),
    exit,
    ...(by === undefined ? {} : { exitBy: by }),
    ...(conditional ? { conditional } : {}),
  };
}

/** What it does is not what its words say, so neither is what a failure of it says. */
function doubted(command: Command): Command {
  return command.exit === "propagates" ? { ...command, exit: "unknown" } : command;
}
