import type { Blind, Step, Use, Vocabulary } from "@assurance-case/model";
import { readScript } from "../shell/script.ts";
import { mustStayBehind } from "../shell/secret.ts";
import { type RunnerSystem, type Shell, shellOf } from "../shell/shell.ts";
import { isSteered } from "../shell/steering.ts";
import type { Tree } from "../tree.ts";
import { conditionOf, continueOnErrorOf } from "./condition.ts";
import { entry, isExpression, mappingAt, mappingOf, scalarOf, textAt } from "./node.ts";
import { Refusal } from "./refusal.ts";
import { stepUse } from "./use.ts";
import { variablesOf } from "./variables.ts";
import type { Entry, Mapping, Node } from "./yaml.ts";

/** What a step takes from where it stands. */
export interface StepSetting {
  readonly tree: Tree;
  readonly vocabulary: Vocabulary;
  /** Of a composite action, whose steps must name their shell: none. */
  readonly system: RunnerSystem | "none";
  readonly shell: string | undefined;
  readonly workingDirectory: string | undefined;
  /** Names of the environment variables of its workflow and job. */
  readonly variables: readonly string[];
}

/** One step of a job or of a composite action. */
export function stepOf(node: Node, setting: StepSetting): Step {
  const step = mappingOf(node, "a step");
  const uses = entry(step, "uses");
  const run = entry(step, "run");
  if ((uses === undefined) === (run === undefined)) throw new Refusal("a step has either 'uses' or 'run'", step.line);
  const condition = conditionOf(step);
  const continueOnError = continueOnErrorOf(step);
  return {
    line: step.line,
    ...(condition === undefined ? {} : { if: condition }),
    ...(continueOnError === undefined ? {} : { continueOnError }),
    ...(uses === undefined ? {} : usesOf(step, uses, setting)),
    ...(run === undefined ? {} : runOf(step, run, setting)),
  };
}

function usesOf(
  step: Mapping,
  { line, value }: Entry,
  { tree, vocabulary }: StepSetting,
): { uses: Use; inputs?: Record<string, string | null> } {
  const uses = stepUse({ reference: scalarOf(value, "'uses'").text, line }, tree);
  const inputs = inputsOf(mappingAt(step, "with"), vocabulary);
  return Object.keys(inputs).length === 0 ? { uses } : { uses, inputs };
}

/** Inputs that the vocabulary lists; their names are compared in lower case, as GitHub does. */
function inputsOf(given: Mapping | undefined, vocabulary: Vocabulary): Record<string, string | null> {
  const listed = new Map(vocabulary.inputs.map((name) => [name.toLowerCase(), name]));
  const kept = [...(given?.entries ?? [])].flatMap(([name, { value }]): (readonly [string, string | null])[] => {
    const known = listed.get(name.toLowerCase());
    return known === undefined ? [] : [[known, inputValue(value)]];
  });
  return Object.fromEntries(kept);
}

function inputValue(node: Node): string | null {
  if (node.kind !== "scalar" || isExpression(node.text) || mustStayBehind(node.text.trim())) return null;
  return node.text.trim();
}

function runOf(step: Mapping, { value }: Entry, setting: StepSetting): Pick<Step, "workingDirectory" | "commands"> {
  const script = scalarOf(value, "'run'");
  const workingDirectory = textAt(step, "working-directory") ?? setting.workingDirectory;
  const shell = shellAt(step, setting);
  const { blockLine } = script;
  const place = { line: blockLine ?? script.line, multiline: blockLine !== undefined };
  const steered = isSteered([...setting.variables, ...variablesOf(step)]);
  const commands = readScript(script.text, { ...place, shell, steered, programs: setting.vocabulary.programs });
  return { ...(workingDirectory === undefined ? {} : { workingDirectory }), commands };
}

function shellAt(step: Mapping, { system, shell }: StepSetting): Shell | Blind {
  const declared = textAt(step, "shell") ?? shell;
  if (system !== "none") return shellOf(declared, system);
  return declared === undefined
    ? { status: "error", reason: "a step of a composite action names no shell" }
    : shellOf(declared, "unknown");
}
