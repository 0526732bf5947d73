import type { Command, SyntaxNode } from "unbash";
import { applySet, applyShopt, type Environment, environmentOf, forget } from "./environment.ts";
import { hasExpression } from "./expression.ts";
import { functionsOf } from "./functions.ts";
import { innerScript } from "./inner-script.ts";
import { outcomesOf } from "./outcome.ts";
import { settingOf } from "./reaction.ts";
import { lineIn, parseScript, placeIn, sight, spend, substitutionsIn } from "./reading.ts";
import { type Unwrapped, unwrap } from "./unwrap.ts";
import { type Frame, processFrame, uniform, unknown, type Verdict } from "./verdict.ts";
import { type Scope, unknownFrame, walkPart, walkStatements } from "./walk.ts";
import { sourceInside, walkSubstitution, walkSubstitutions } from "./walk-substitution.ts";
import { wordsOf } from "./words.ts";

/** Walks a simple command: what it substitutes, then what it runs. Says whether the script never gets past it. */
export function walkCommand(command: Command, frame: Frame, environment: Environment, scope: Scope): boolean {
  spend(scope.reading, scope.source, command.pos);
  if (command.name === undefined) return walkAssignments(command, frame, environment, scope);
  const words: SyntaxNode[] = [...command.prefix, command.name, ...command.suffix];
  walkSubstitutions(words, frame, environment, scope);
  if (hasExpression(command.name.text)) return walkComputed(command, frame, environment, scope);
  return walkProgram(command, unwrap(wordsOf(command)), frame, environment, scope);
}

/** Without a command, the last substitution gives the status: https://www.gnu.org/software/bash/manual/html_node/Simple-Command-Expansion.html */
function walkAssignments(command: Command, frame: Frame, environment: Environment, scope: Scope): boolean {
  const parts = [...command.prefix, ...command.suffix];
  const found = parts.flatMap((part) => substitutionsIn(part).map((substitution) => ({ part, substitution })));
  const last = found.findLast(({ substitution }) => substitution.type === "CommandExpansion");
  for (const each of found) {
    walkSubstitution(
      each.substitution,
      statusOfSubstitution(each === last ? each.part : undefined, frame),
      frame,
      environment,
      scope,
    );
  }
  return false;
}

function statusOfSubstitution(last: Command["prefix"][number] | Command["suffix"][number] | undefined, frame: Frame): Verdict {
  if (last === undefined) return { exit: "swallowed", by: "substitution" };
  const plain = last.type === "Assignment" && last.value.type === "Word";
  return plain ? frame.failed : unknown("substitution");
}

/** GitHub may put any text where the program stands, `set +e` or `x || true` too. */
function walkComputed(command: Command, frame: Frame, environment: Environment, scope: Scope): boolean {
  seen(command, { program: "", args: [], wrappers: [] }, unknown(), frame, environment, scope);
  forget(environment);
  return false;
}

function walkProgram(command: Command, run: Unwrapped, frame: Frame, environment: Environment, scope: Scope): boolean {
  const { program, args, wrappers } = run;
  if (wrappers.length === 0 && scope.reading.functions.has(program)) return walkCall(program, frame, environment, scope);
  if (wrappers.every((wrapper) => wrapper === "command" || wrapper === "builtin")) {
    if (program === "eval" && walkEval(command, run, frame, environment, scope)) return false;
    changeEnvironment(program, run, environment);
    if (program === "trap") walkTrap(command, run, environment, scope);
  }
  if (walkInner(command, run, frame, environment, scope)) return wrappers.includes("exec");
  const replaces = wrappers.includes("exec");
  const verdict = program === "exit" || replaces ? frame.exits : program === "return" ? frame.returns : frame.failed;
  if (program !== "exec" || args.length > 0) seen(command, run, verdict, frame, environment, scope);
  return replaces || (wrappers.length === 0 && ["exit", "return", "break", "continue"].includes(program));
}

function changeEnvironment(program: string, { args }: Unwrapped, environment: Environment): void {
  if (program === "set") applySet(environment, args);
  if (program === "shopt") applyShopt(environment, args);
  if (program === "source" || program === "." || program === "eval") forget(environment);
}

function seen(
  command: Command,
  { program, args }: Unwrapped,
  verdict: Verdict,
  frame: Frame,
  environment: Environment,
  scope: Scope,
): void {
  const { reading, source } = scope;
  const trapped = environment.trapped && verdict.exit === "propagates";
  const place = { at: placeIn(source, command.pos), line: lineIn(source, (command.name ?? command).pos) };
  sight(reading, command, { ...place, program, args }, frame, trapped ? unknown("trap") : verdict);
}

/** A function's commands run where it is called. */
function walkCall(name: string, frame: Frame, environment: Environment, scope: Scope): boolean {
  const { reading } = scope;
  const known = reading.functions.get(name);
  const definition = known?.definitions[0];
  if (
    known?.certain !== true ||
    definition === undefined ||
    reading.stack.has(definition) ||
    definition.body.type === "CompoundList"
  ) {
    forget(environment);
    return false;
  }
  reading.stack.add(definition);
  reading.called.add(definition);
  const { failed } = frame;
  walkPart(definition.body, { ...frame, quiet: failed, returns: failed }, environment, { ...scope, source: known.source });
  reading.stack.delete(definition);
  return false;
}

function walkEval(command: Command, { args }: Unwrapped, frame: Frame, environment: Environment, scope: Scope): boolean {
  const words = args.filter((arg) => arg !== null && arg !== "$?");
  if (words.length === 0 || words.length < args.length) return false;
  const source = sourceInside(words.join(" "), command.pos, scope.source);
  // In a pipeline of a condition, bash 5.2 lets errexit act behind `eval` (tried).
  const doubtful = frame.ignored !== undefined && environment.errexit !== "off";
  const inner = doubtful ? uniform(unknown(frame.ignored), frame.conditional) : { ...frame, quiet: frame.failed };
  walkStatements(parseScript(source.text, source).commands, inner, environment, { ...scope, source });
  return true;
}

/** `bash -c '…'` runs a script in a shell of its own. */
function walkInner(command: Command, run: Unwrapped, frame: Frame, environment: Environment, scope: Scope): boolean {
  const inner = run.wrappers.includes("xargs") ? undefined : innerScript(run);
  if (inner === undefined) return false;
  const source = sourceInside(inner.text, command.pos, scope.source);
  const script = parseScript(inner.text, source);
  const { ignored: _, ...outer } = frame;
  const status = run.wrappers.includes("exec") ? frame.exits : frame.failed;
  const reading = { ...scope.reading, functions: functionsOf(script, source) };
  const fresh = { ...environmentOf(inner.shell), trapped: environment.trapped };
  walkStatements(script.commands, processFrame(outer, status), fresh, { reading, source });
  return true;
}

/** A trap on the end of the script can replace its status, when it exits itself. */
function walkTrap(command: Command, { args }: Unwrapped, environment: Environment, scope: Scope): void {
  const [action = null, ...signals] = args;
  if (!signals.some((signal) => signal === null || ["EXIT", "0", "ERR", "SIGEXIT"].includes(signal.toUpperCase()))) return;
  if (action === "-" || action === "") return;
  if (action === null) {
    environment.trapped = true;
    return;
  }
  const source = sourceInside(action, command.pos, scope.source);
  const { pos, end, commands } = parseScript(action, source);
  const inner = { ...scope, source };
  const outcomes = outcomesOf({ type: "CompoundList", pos, end, commands }, "unknown", settingOf(inner, environment, {}));
  if (outcomes.has("exit-ok")) environment.trapped = true;
  walkStatements(commands, unknownFrame("trap"), { ...environment }, inner);
}
