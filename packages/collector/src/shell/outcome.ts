import type { AndOr, CaseItem, CommandNode, CompoundList, If, Pipeline, PipelineNode, Statement } from "unbash";
import type { Switch } from "./environment.ts";
import { type Known, outcomesOfCommand } from "./outcome-command.ts";

/**
 * How a piece of a script can end: the shell exits, the function returns, a loop is left; else by its status.
 * quiet: a status other than zero that errexit lets through. stored: something was kept that can decide later.
 */
export type Outcome = "exit-fail" | "exit-ok" | "return-fail" | "return-ok" | "jump" | "fail" | "quiet" | "ok" | "stored";
export type Outcomes = ReadonlySet<Outcome>;

/** `$?` as the piece begins. */
export type Prior = "zero" | "nonzero" | "unknown";

/** What the outcome of a piece depends on. */
export interface Setting extends Known {
  /** Whether errexit acts on its commands. */
  readonly acts: Switch;
  readonly pipefail: Switch;
}

const ends = (outcome: Outcome) => outcome.startsWith("exit") || outcome.startsWith("return") || outcome === "jump";

/** The ways in which a list of commands can end, whatever the commands do that are not known. */
export function outcomesOf(list: CompoundList, prior: Prior, setting: Setting): Outcomes {
  return outcomesOfStatements(list.commands, prior, setting);
}

function outcomesOfStatements(statements: readonly Statement[], prior: Prior, setting: Setting): Outcomes {
  const results = new Set<Outcome>(statements.length === 0 ? ["ok"] : []);
  let priors = new Set<Prior>([prior]);
  let stored = false;
  for (const [at, statement] of statements.entries()) {
    const reached = new Set([...priors].flatMap((each) => [...outcomesOfStatement(statement, each, setting)]));
    stored ||= reached.delete("stored");
    const last = at === statements.length - 1;
    priors = new Set([...reached].flatMap((outcome) => (last || ends(outcome) ? [] : priorsAfter(outcome, setting.acts))));
    if (!last && setting.acts !== "off" && reached.has("fail")) results.add("exit-fail");
    for (const outcome of reached) if (last || ends(outcome)) results.add(outcome);
    if (priors.size === 0) break;
  }
  // What was stored matters only where the script goes on.
  if (stored && ![...results].every(ends)) results.add("stored");
  return results;
}

function priorsAfter(outcome: Outcome, acts: Switch): readonly Prior[] {
  if (outcome === "ok") return ["zero"];
  return outcome === "quiet" || acts !== "on" ? ["nonzero"] : [];
}

function outcomesOfStatement(statement: Statement, prior: Prior, setting: Setting): Outcomes {
  return statement.background === true ? new Set(["ok"]) : outcomesOfPart(statement.command, prior, setting);
}

/** The ways in which one part of an and-or list, or a whole one, can end. */
export function outcomesOfPart(node: PipelineNode | AndOr, prior: Prior, setting: Setting): Outcomes {
  if (node.type === "AndOr") return outcomesOfAndOr(node, prior, setting);
  return node.type === "Pipeline" ? outcomesOfPipeline(node, prior, setting) : outcomesOfNode(node, prior, setting);
}

function outcomesOfAndOr(node: AndOr, prior: Prior, setting: Setting): Outcomes {
  const [first, ...others] = node.commands;
  let current: ReadonlySet<Outcome> = first === undefined ? new Set(["ok"]) : outcomesOfPart(first, prior, setting);
  for (const [at, part] of others.entries()) {
    const goesOn: readonly Outcome[] = node.operators[at] === "&&" ? ["ok"] : ["fail", "quiet"];
    const next = new Set<Outcome>([...current].filter((outcome) => !goesOn.includes(outcome)).map(hushed));
    if (goesOn.some((outcome) => current.has(outcome))) {
      for (const outcome of outcomesOfPart(part, node.operators[at] === "&&" ? "zero" : "nonzero", setting)) next.add(outcome);
    }
    current = next;
  }
  return current;
}

const hushed = (outcome: Outcome): Outcome => (outcome === "fail" ? "quiet" : outcome);

function outcomesOfPipeline(node: Pipeline, prior: Prior, setting: Setting): Outcomes {
  const single = node.commands.length === 1;
  const all = node.commands.map((command) => outcomesOfNode(command, prior, setting));
  const last = all.at(-1) ?? new Set<Outcome>(["ok"]);
  const status = new Set(single ? last : asProcess(last));
  const earlier = all.slice(0, -1).some((outcomes) => [...outcomes].some((outcome) => outcome !== "ok"));
  if (earlier && setting.pipefail !== "off") status.add("fail");
  return node.prefixes.some((prefix) => prefix.type === "Negation") ? new Set([...status].flatMap(negated)) : status;
}

/** What would be zero is not: whoever leaves this out has another status. */
function negated(outcome: Outcome): readonly Outcome[] {
  if (outcome === "ok") return ["quiet", "stored"];
  return outcome === "fail" || outcome === "quiet" ? ["ok"] : [outcome];
}

/** Seen from outside, a process has a status and nothing else. */
function asProcess(outcomes: Outcomes): Outcomes {
  const failing: readonly Outcome[] = ["exit-fail", "return-fail", "quiet", "fail"];
  return new Set([...outcomes].map((outcome) => (failing.includes(outcome) ? "fail" : "ok")));
}

function outcomesOfNode(node: CommandNode, prior: Prior, setting: Setting): Outcomes {
  switch (node.type) {
    case "Command":
      return outcomesOfCommand(node, prior, setting, (name) => outcomesOfCall(name, prior, setting));
    case "Redirected":
      return outcomesOfNode(node.command, prior, setting);
    case "BraceGroup":
      return outcomesOf(node.body, prior, setting);
    case "Subshell":
      return asProcess(outcomesOf(node.body, prior, setting));
    case "If":
      return outcomesOfBranches(node, node.elif, prior, setting, node);
    case "Case":
      return loosely(node.items.map((item: CaseItem) => outcomesOf(item.body, "unknown", setting)));
    case "While":
    case "For":
    case "Select":
    case "ArithmeticFor":
      return withoutJump(loosely([outcomesOf(node.body, "unknown", setting)]));
    case "TestCommand":
    case "ArithmeticCommand":
      return new Set(["ok", "fail"]);
    default:
      return new Set(["ok"]);
  }
}

type Branch = Pick<If, "clause" | "then">;

/** The ways in which the branches that are left can end, with what follows when none applies. */
function outcomesOfBranches(
  node: If,
  branches: readonly Branch[],
  prior: Prior,
  setting: Setting,
  first: Branch | undefined,
): Outcomes {
  if (first === undefined) return node.else === undefined ? new Set(["ok"]) : outcomesOf(node.else, prior, setting);
  const clause = outcomesOf(first.clause, prior, { ...setting, acts: "off" });
  const results = new Set<Outcome>([...clause].filter((outcome) => ends(outcome) || outcome === "stored"));
  const [next, ...rest] = branches;
  if (clause.has("ok")) add(results, outcomesOf(first.then, "zero", setting));
  if (clause.has("fail") || clause.has("quiet")) add(results, outcomesOfBranches(node, rest, "nonzero", setting, next));
  return results;
}

/** Whether something of it can decide a later failure, so that leaving it out is not the end of a failure. */
export function decidesLater(outcomes: Outcomes): boolean {
  const onlyFails = !outcomes.has("ok") && (outcomes.has("fail") || outcomes.has("quiet"));
  return onlyFails || (["exit-ok", "return-ok", "jump", "stored"] as const).some((outcome) => outcomes.has(outcome));
}

/** What follows in an `if` once the clause before the given number of `elif`s has failed. */
export function outcomesOfElse(node: If, elifs: number, setting: Setting): Outcomes {
  const [next, ...rest] = node.elif.slice(elifs);
  if (next !== undefined) return outcomesOfBranches(node, rest, "nonzero", setting, next);
  return node.else === undefined ? new Set(["ok"]) : outcomesOf(node.else, "nonzero", setting);
}

function add(results: Set<Outcome>, more: Outcomes): void {
  for (const outcome of more) results.add(outcome);
}

/** One of them, or none. */
function loosely(each: readonly Outcomes[]): Outcomes {
  return new Set(["ok", ...each.flatMap((outcomes) => [...outcomes])]);
}

function withoutJump(outcomes: Outcomes): Outcomes {
  return new Set([...outcomes].filter((outcome) => outcome !== "jump"));
}

function outcomesOfCall(name: string, prior: Prior, setting: Setting): Outcomes | undefined {
  const known = setting.reading.functions.get(name);
  if (known === undefined) return undefined;
  const body = known.definitions[0]?.body;
  if (body === undefined || !known.certain || setting.depth > 8) return new Set(["ok", "fail", "exit-ok", "exit-fail", "stored"]);
  const inner = { ...setting, depth: setting.depth + 1 };
  const outcomes = body.type === "CompoundList" ? outcomesOf(body, prior, inner) : outcomesOfNode(body, prior, inner);
  return new Set([...outcomes].map(afterCall));
}

function afterCall(outcome: Outcome): Outcome {
  if (outcome === "return-ok" || outcome === "jump") return "ok";
  return outcome === "return-fail" || outcome === "quiet" ? "fail" : outcome;
}
