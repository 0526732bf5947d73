import type { CompoundList, Pipeline, Statement } from "unbash";
import type { Environment, Switch } from "./environment.ts";
import { foresee } from "./foresight.ts";
import { outcomesOfPart } from "./outcome.ts";
import { settingOf } from "./reaction.ts";
import { type Reading, type Source, spend } from "./reading.ts";
import { either, type Frame, processFrame, swallowed, uniform, unknown, type Verdict } from "./verdict.ts";
import { walkAndOr } from "./walk-and-or.ts";
import { walkCommand } from "./walk-command.ts";
import { walkCompound } from "./walk-compound.ts";
import { wordsOf } from "./words.ts";

/** The text that is walked, and what is known of it. */
export interface Scope {
  readonly reading: Reading;
  readonly source: Source;
}

/** Walks a list as bash would run it. Says whether it never gets past its end. */
export function walkList(list: CompoundList, frame: Frame, environment: Environment, scope: Scope): boolean {
  return walkStatements(list.commands, frame, environment, scope);
}

/** Walks statements in order; what stands after an unconditional `exit` is not run and not seen. */
export function walkStatements(statements: readonly Statement[], frame: Frame, environment: Environment, scope: Scope): boolean {
  let conditional = frame.conditional;
  for (const [at, statement] of statements.entries()) {
    const own = { ...frameOf(statements, at, frame, environment, scope), conditional };
    conditional ||= mayEndWell(statement, frame, environment, scope);
    if (walkStatement(statement, own, environment, scope)) return true;
  }
  return false;
}

/** Whether a statement may end the script, or the function that it is in, with success: what follows may never run. */
function mayEndWell({ command, background }: Statement, frame: Frame, environment: Environment, scope: Scope): boolean {
  if (background === true || command.type === "Function") return false;
  const outcomes = outcomesOfPart(command, "zero", settingOf(scope, environment, frame));
  return outcomes.has("exit-ok") || outcomes.has("return-ok");
}

function walkStatement(statement: Statement, frame: Frame, environment: Environment, scope: Scope): boolean {
  spend(scope.reading, scope.source, statement.pos);
  if (statement.background === true) {
    const status = scope.reading.asksLater.jobs ? unknown("background") : swallowed("background");
    walkPart(statement.command, processFrame(frame, status), { ...environment }, scope);
    return false;
  }
  return walkPart(statement.command, frame, environment, scope);
}

/** Walks one part of an and-or list, or a whole one. */
export function walkPart(node: Statement["command"], frame: Frame, environment: Environment, scope: Scope): boolean {
  if (node.type === "AndOr") return walkAndOr(node, frame, environment, scope);
  if (node.type === "Pipeline") return walkPipeline(node, frame, environment, scope);
  return node.type === "Command" ? walkCommand(node, frame, environment, scope) : walkCompound(node, frame, environment, scope);
}

function walkPipeline(node: Pipeline, frame: Frame, environment: Environment, scope: Scope): boolean {
  const negated = node.prefixes.some((prefix) => prefix.type === "Negation");
  const outer = negated ? negatedFrame(node, frame, environment, scope) : frame;
  const [only] = node.commands;
  if (only !== undefined && node.commands.length === 1) return walkPart(only, outer, environment, scope);
  for (const [at, command] of node.commands.entries()) {
    const last = at === node.commands.length - 1;
    const status = last ? outer.failed : statusInPipeline(outer.failed, environment, scope);
    walkPart(command, processFrame(outer, status), { ...environment }, scope);
  }
  return false;
}

/** Bash ignores errexit behind `!`, but not one that is switched on there (5.2, tried). */
function negatedFrame(node: Pipeline, frame: Frame, environment: Environment, scope: Scope): Frame {
  const { failed, quiet, passed } = frame;
  const negated: Frame = { ...frame, failed: passed, quiet: passed, passed: quiet, ignored: "negation" };
  const after = foresee(node, environment, scope, (future, aside) => {
    for (const command of node.commands) walkPart(command, { ...negated, failed }, future, aside);
  });
  return after.errexit === environment.errexit ? negated : uniform(unknown("negation"), frame.conditional);
}

/** Without pipefail the status of a pipeline is that of its last command. */
function statusInPipeline(failed: Verdict, environment: Environment, scope: Scope): Verdict {
  const lost = scope.reading.asksLater.pipelines ? unknown("pipeline") : swallowed("pipeline");
  if (environment.pipefail === "off") return lost;
  return environment.pipefail === "on" ? failed : either([failed, lost], "pipeline");
}

/** The frame of one statement of a list. */
function frameOf(statements: readonly Statement[], at: number, frame: Frame, environment: Environment, scope: Scope): Frame {
  const last = at === statements.length - 1;
  const dropped = droppedBefore(statements[at + 1], frame, environment, scope);
  const failed = actedOn(last ? frame.failed : dropped, frame, errexitAfter(statements[at], frame, environment, scope));
  const quiet = last ? frame.quiet : dropped;
  if (isHushed(statements, at, scope)) return { ...frame, failed: swallowed("then-success"), quiet: swallowed("then-success") };
  return { ...frame, failed, quiet, passed: last ? frame.passed : swallowed("negation") };
}

/** A function or a group that switches errexit is judged by what it switched it to. */
function errexitAfter(statement: Statement | undefined, frame: Frame, environment: Environment, scope: Scope): Switch {
  if (statement === undefined || isPlain(statement, scope)) return environment.errexit;
  const after = foresee(statement, environment, scope, (future, aside) => walkPart(statement.command, frame, future, aside));
  return after.errexit === environment.errexit ? after.errexit : "unknown";
}

function isPlain({ command }: Statement, { reading }: Scope): boolean {
  const name = command.type === "Command" ? command.name?.value : undefined;
  return command.type === "Command" && name !== "eval" && !reading.functions.has(name ?? "");
}

/** Errexit ends the shell, where it acts; otherwise the status is what counts. */
function actedOn(status: Verdict, frame: Frame, errexit: Switch): Verdict {
  if (frame.ignored !== undefined || errexit === "off") return status;
  return errexit === "on" ? frame.exits : either([frame.exits, status], "errexit-off");
}

/** A status that is no longer there after the next statement, unless that asks for it. */
function droppedBefore(next: Statement | undefined, frame: Frame, environment: Environment, { source }: Scope): Verdict {
  const by = frame.ignored ?? (environment.errexit === "on" ? "condition" : "errexit-off");
  if (next === undefined) return swallowed(by);
  if (next.command.type === "Command" && next.background !== true) {
    const [program, status = "$?"] = wordsOf(next.command);
    if (status === "$?" && program === "exit") return frame.exits;
    if (status === "$?" && program === "return") return frame.returns;
  }
  const asks = /\$(?:\?|\{\?\})/.test(source.text.slice(next.pos, next.end));
  return asks ? unknown(by) : swallowed(by);
}

/** `cmd; true`, where the written line ends in success. Bash's errexit would end it before; a reader is told otherwise. */
function isHushed(statements: readonly Statement[], at: number, { source }: Scope): boolean {
  const [statement, next, following] = statements.slice(at, at + 3);
  if (statement === undefined || next?.command.type !== "Command" || next.background === true) return false;
  const [program, ...args] = wordsOf(next.command);
  if ((program !== "true" && program !== ":") || args.length > 0) return false;
  const sameLine = (from: Statement, to: Statement) => !source.text.slice(from.end, to.pos).includes("\n");
  return sameLine(statement, next) && (following === undefined || !sameLine(next, following));
}

/** A frame for what may run in ways that cannot be told. */
export function unknownFrame(by: "function" | "trap"): Frame {
  return uniform(unknown(by), true);
}
