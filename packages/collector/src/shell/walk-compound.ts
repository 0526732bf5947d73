import type { CommandNode, CompoundList, If, SyntaxNode, While } from "unbash";
import { type Environment, joinInto } from "./environment.ts";
import { foresee } from "./foresight.ts";
import { outcomesOf, outcomesOfElse } from "./outcome.ts";
import { lessCertain, reactionTo, settingOf } from "./reaction.ts";
import { type Frame, processFrame, swallowed, unknown, type Verdict } from "./verdict.ts";
import { type Scope, walkList, walkPart } from "./walk.ts";
import { walkSubstitutions } from "./walk-substitution.ts";

type Compound = Exclude<CommandNode, { type: "Command" }>;

/** Walks everything but a simple command. Says whether the script never gets past it. */
export function walkCompound(node: Compound, frame: Frame, environment: Environment, scope: Scope): boolean {
  switch (node.type) {
    case "Redirected":
      walkSubstitutions(node.redirects, frame, environment, scope);
      return walkPart(node.command, frame, environment, scope);
    case "BraceGroup":
      return walkList(node.body, frame, environment, scope);
    case "Subshell":
      walkList(node.body, processFrame(frame, frame.failed), { ...environment }, scope);
      return false;
    case "If":
      return walkIf(node, frame, environment, scope);
    case "While":
      walkWhile(node, frame, environment, scope);
      return false;
    case "For":
    case "Select":
      return walkLoop(node.body, node.wordlist ?? [], frame, environment, scope);
    case "ArithmeticFor":
      return walkLoop(
        node.body,
        [node.initialize, node.test, node.update].filter((part) => part !== undefined),
        frame,
        environment,
        scope,
      );
    case "Case":
      walkSubstitutions([node.word], frame, environment, scope);
      walkBranches(
        node.items.map((item) => item.body),
        true,
        conditionally(frame),
        environment,
        scope,
      );
      return false;
    case "TestCommand":
      walkSubstitutions([node.expression], frame, environment, scope);
      return false;
    case "ArithmeticCommand":
      walkSubstitutions(node.expression === undefined ? [] : [node.expression], frame, environment, scope);
      return false;
    case "Coproc":
      if (node.body.type !== "CompoundList")
        walkPart(node.body, processFrame(frame, unknown("background")), { ...environment }, scope);
      return false;
    case "Function":
      return false;
  }
}

function conditionally(frame: Frame): Frame {
  return { ...frame, conditional: true };
}

/** Walks branches of which one runs, or none. Says whether all of them end the script. */
function walkBranches(
  branches: readonly CompoundList[],
  orNone: boolean,
  frame: Frame,
  environment: Environment,
  scope: Scope,
): boolean {
  const futures = branches.map((branch) => {
    const future = { ...environment };
    return { future, ends: walkList(branch, frame, future, scope) };
  });
  const goingOn = futures.filter(({ ends }) => !ends).map(({ future }) => future);
  joinInto(environment, ...(orNone ? [{ ...environment }] : []), ...goingOn);
  return !orNone && goingOn.length === 0;
}

function walkIf(node: If, frame: Frame, environment: Environment, scope: Scope): boolean {
  const clauses = [node, ...node.elif];
  for (const [at, branch] of clauses.entries()) {
    const setting = settingOf(scope, environment, frame);
    const after = { ...frame, ok: swallowed("condition") };
    const then = outcomesOf(branch.then, "zero", setting);
    const otherwise = outcomesOfElse(node, at, setting);
    const failed = lessCertain(reactionTo(otherwise, frame, "condition", after), then, frame);
    const passed = lessCertain(reactionTo(then, frame, "condition", after), otherwise, frame);
    walkList(branch.clause, conditionFrame(frame, failed, passed, at > 0), environment, scope);
  }
  const branches = [...clauses.map((branch) => branch.then), ...(node.else === undefined ? [] : [node.else])];
  return walkBranches(branches, node.else === undefined, conditionally(frame), environment, scope);
}

function conditionFrame(frame: Frame, failed: Verdict, passed: Verdict, later: boolean): Frame {
  const named = (verdict: Verdict): Verdict => ({ by: "condition", ...verdict });
  return {
    ...frame,
    failed: named(failed),
    quiet: named(failed),
    passed: named(passed),
    ignored: "condition",
    conditional: frame.conditional || later,
  };
}

function walkWhile(node: While, frame: Frame, environment: Environment, scope: Scope): void {
  foreseeRounds(node.body, frame, environment, scope);
  const body = outcomesOf(node.body, "unknown", settingOf(scope, environment, frame));
  const after = { failed: unknown("condition"), quiet: swallowed("condition"), ok: swallowed("condition") };
  const runs = reactionTo(body, frame, "condition", after);
  const stops = lessCertain(swallowed("condition"), body, frame);
  const [failed, passed] = node.kind === "while" ? [stops, runs] : [runs, stops];
  walkList(node.clause, conditionFrame(frame, failed, passed, false), environment, scope);
  walkLoop(node.body, [], frame, environment, scope);
}

/** The status of a loop is that of its last round: an earlier failure is forgotten. */
function walkLoop(
  body: CompoundList,
  heads: readonly SyntaxNode[],
  frame: Frame,
  environment: Environment,
  scope: Scope,
): boolean {
  walkSubstitutions(heads, frame, environment, scope);
  foreseeRounds(body, frame, environment, scope);
  const lastRound = (verdict: Verdict): Verdict => (verdict.exit === "swallowed" ? verdict : unknown(verdict.by));
  const round: Frame = { ...frame, failed: lastRound(frame.failed), quiet: lastRound(frame.quiet), conditional: true };
  walkBranches([body], true, round, environment, scope);
  return false;
}

/** A later round begins with what an earlier one has set. */
function foreseeRounds(body: CompoundList, frame: Frame, environment: Environment, scope: Scope): void {
  const future = foresee(body, environment, scope, (changed, aside) => walkList(body, frame, changed, aside));
  joinInto(environment, { ...environment }, future);
}
