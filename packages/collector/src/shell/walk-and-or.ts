import type { AndOr, PipelineNode } from "unbash";
import { type Environment, joinInto } from "./environment.ts";
import { type Outcomes, outcomesOfPart, type Prior } from "./outcome.ts";
import { type After, lessCertain, reactionTo, settingOf } from "./reaction.ts";
import { type Decider, type Frame, swallowed, type Verdict } from "./verdict.ts";
import { type Scope, walkPart } from "./walk.ts";

/** What the status of a part comes to. ok: of one that ran since an earlier one failed. */
interface Ends extends After {
  readonly passed: Verdict;
}

/** Walks `a && b || c`: bash ignores errexit in all parts but the last, https://www.gnu.org/software/bash/manual/html_node/The-Set-Builtin.html */
export function walkAndOr(node: AndOr, frame: Frame, environment: Environment, scope: Scope): boolean {
  const ends = endsOf(node, frame, environment, scope);
  let terminates = false;
  for (const [at, part] of node.commands.entries()) {
    const inner = frameOf(node, at, ends[at], frame);
    if (at === 0) terminates = walkPart(part, inner, environment, scope);
    else walkOptional(part, inner, environment, scope);
    if (terminates) return true;
  }
  return false;
}

function walkOptional(part: PipelineNode, frame: Frame, environment: Environment, scope: Scope): void {
  const future = { ...environment };
  walkPart(part, frame, future, scope);
  joinInto(environment, { ...environment }, future);
}

function frameOf(node: AndOr, at: number, ends: Ends | undefined, frame: Frame): Frame {
  const conditional = frame.conditional || at > 0;
  if (ends === undefined || at === node.commands.length - 1) return { ...frame, conditional };
  const ignored: Decider = node.operators[at] === "&&" ? "condition" : (ends.failed.by ?? "errexit-off");
  return { ...frame, failed: ends.failed, quiet: ends.failed, passed: ends.passed, ignored, conditional };
}

/** From the last part to the first: what each status leads to. */
function endsOf(node: AndOr, frame: Frame, environment: Environment, scope: Scope): readonly Ends[] {
  const { failed, quiet, passed } = frame;
  const last = node.commands.length - 1;
  const ends: Ends[] = [{ failed, quiet, passed, ok: swallowed("or-success") }];
  for (let at = last - 1; at >= 0; at -= 1) {
    const next = node.commands[at + 1];
    const after = ends[0];
    if (next === undefined || after === undefined) continue;
    const inner = at + 1 === last ? frame : { ignored: "condition" as const };
    const outcomes = (prior: Prior) => outcomesOfPart(next, prior, settingOf(scope, environment, inner));
    ends.unshift(node.operators[at] === "&&" ? beforeAnd(outcomes, after, frame) : beforeOr(outcomes, after, frame));
  }
  return ends;
}

/** `a && next`: a failure leaves the next part out. */
function beforeAnd(outcomes: (prior: Prior) => Outcomes, after: Ends, frame: Frame): Ends {
  const next = outcomes("zero");
  const leftOut = lessCertain(after.quiet, next, frame);
  const onlyFails = [...next].every((outcome) => outcome === "exit-fail");
  const passed = reactionTo(next, frame, "negation", { ...after, ok: after.passed });
  return { failed: leftOut, quiet: leftOut, ok: onlyFails ? frame.exits : swallowed("or-success"), passed };
}

/** `a || next`: a failure makes the next part run. */
function beforeOr(outcomes: (prior: Prior) => Outcomes, after: Ends, frame: Frame): Ends {
  const next = outcomes("nonzero");
  const failed = reactionTo(next, frame, "or-success", after);
  return { failed, quiet: failed, ok: after.ok, passed: lessCertain(after.passed, next, frame) };
}
