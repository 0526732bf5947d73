import type { Command } from "unbash";
import { hasExpression } from "./expression.ts";
import type { Outcome, Outcomes, Prior } from "./outcome.ts";
import { type Reading, type Source, spend } from "./reading.ts";
import { unwrap } from "./unwrap.ts";
import { wordsOf } from "./words.ts";

/** What is known of the script around a command. */
export interface Known {
  readonly reading: Reading;
  readonly source: Source;
  /** Calls of functions around it. */
  readonly depth: number;
}

/** Programs whose own failure is nobody's concern: they say something, or wait. */
const SUCCEEDS: ReadonlySet<string> = new Set([":", "true", "echo", "printf", "sleep", "unset", "shift"]);
/** Builtins that keep something which a later command can ask for. */
const STORES: ReadonlySet<string> = new Set([
  "export",
  "declare",
  "typeset",
  "local",
  "readonly",
  "read",
  "readarray",
  "mapfile",
  "let",
  "trap",
  "alias",
]);
const ANYTHING: readonly Outcome[] = ["ok", "fail", "quiet", "exit-fail", "exit-ok", "return-fail", "return-ok", "stored"];

/** The ways in which a simple command can end. */
export function outcomesOfCommand(
  command: Command,
  prior: Prior,
  known: Known,
  call: (name: string) => Outcomes | undefined,
): Outcomes {
  spend(known.reading, known.source, command.pos);
  if (command.name === undefined)
    return new Set(command.prefix.some((part) => part.type === "Assignment") ? ["stored", "ok"] : ["ok"]);
  if (hasExpression(command.name.text)) return new Set(ANYTHING);
  const { program, args, wrappers } = unwrap(wordsOf(command));
  if (wrappers.includes("exec")) return new Set(["exit-ok", "exit-fail"]);
  if (wrappers.some((wrapper) => wrapper !== "command" && wrapper !== "builtin")) return new Set(["ok", "fail"]);
  return (wrappers.length === 0 ? call(program) : undefined) ?? outcomesOfProgram(program, args, prior);
}

function outcomesOfProgram(program: string, args: readonly (string | null)[], prior: Prior): Outcomes {
  if (program === "exit") return leaving("exit", args, prior);
  if (program === "return") return leaving("return", args, prior);
  if (program === "break" || program === "continue") return new Set(["jump"]);
  if (program === "eval" || program === "source" || program === ".") return new Set(ANYTHING);
  if (program === "false") return new Set(["fail"]);
  if (program === "set" || program === "shopt") return new Set(["stored", "ok"]);
  if (STORES.has(program)) return new Set(["stored", "ok", "fail"]);
  return SUCCEEDS.has(program) ? new Set(["ok"]) : new Set(["ok", "fail"]);
}

function leaving(way: "exit" | "return", args: readonly (string | null)[], prior: Prior): Outcomes {
  const [status = "$?"] = args;
  const known = status === "$?" ? prior : statusOf(status);
  const outcomes: Outcome[] = [];
  if (known !== "zero") outcomes.push(`${way}-fail`);
  if (known !== "nonzero") outcomes.push(`${way}-ok`);
  return new Set(outcomes);
}

function statusOf(text: string | null): Prior {
  if (text === null || !/^-?\d{1,9}$/.test(text)) return "unknown";
  return Number(text) % 256 === 0 ? "zero" : "nonzero";
}
