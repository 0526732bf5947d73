import type { Image, Job, Use, Vocabulary } from "@assurance-case/model";
import type { Tree } from "../tree.ts";
import { conditionOf, continueOnErrorOf } from "./condition.ts";
import { type Matrix, matrixOf } from "./matrix.ts";
import { entry, mappingAt, mappingOf, scalarOf, textAt, textsOf } from "./node.ts";
import { permissionsOf } from "./permissions.ts";
import { Refusal } from "./refusal.ts";
import { runnerSystem } from "./runner.ts";
import { stepOf } from "./step.ts";
import { imageOf, jobUse } from "./use.ts";
import { variablesOf } from "./variables.ts";
import type { Entry, Mapping, Node } from "./yaml.ts";

export interface JobSetting {
  readonly tree: Tree;
  readonly vocabulary: Vocabulary;
  /** `defaults.run` of the workflow. */
  readonly defaults: Mapping | undefined;
  /** Names of the environment variables of the workflow. */
  readonly variables: readonly string[];
}

/** One job of a workflow. */
export function jobOf(id: string, { line, value }: Entry, setting: JobSetting): Job {
  const job = mappingOf(value, `the job '${id}'`);
  refuseShape(id, line, job);
  const parts = {
    name: textAt(job, "name"),
    if: conditionOf(job),
    continueOnError: continueOnErrorOf(job),
    permissions: permissionsOf(job),
    matrix: matrixOf(job),
    uses: useOf(job, setting.tree),
    images: imagesOf(job),
  };
  return { id, line, needs: needsOf(job), ...present(parts), steps: stepsOf(job, parts.matrix, setting) };
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The parts that are there. */
function present<T extends object>(parts: T): Present<T> {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as Present<T>;
}

// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_id
function refuseShape(id: string, line: number, job: Mapping): void {
  const has = (key: string) => entry(job, key) !== undefined;
  if (!/^[A-Za-z_][\w-]*$/.test(id)) throw new Refusal(`'${id}' cannot be the name of a job`, line);
  if (has("uses") === has("runs-on")) throw new Refusal(`the job '${id}' has either 'runs-on' or 'uses'`, line);
  if (has("uses") && has("steps")) throw new Refusal(`the job '${id}' calls a workflow and has steps`, line);
  if (has("runs-on") && !has("steps")) throw new Refusal(`the job '${id}' has no steps`, line);
}

function needsOf(job: Mapping): string[] {
  const needs = entry(job, "needs");
  return needs === undefined ? [] : textsOf(needs.value, "'needs'").map(({ text }) => text);
}

function useOf(job: Mapping, tree: Tree): Use | undefined {
  const uses = entry(job, "uses");
  return uses === undefined ? undefined : jobUse({ reference: scalarOf(uses.value, "'uses'").text, line: uses.line }, tree);
}

function imagesOf(job: Mapping): Image[] | undefined {
  const services = mappingAt(job, "services")?.entries.values() ?? [];
  const container = entry(job, "container");
  const images = [...(container === undefined ? [] : [container]), ...services].flatMap(imageAt);
  return images.length === 0 ? undefined : images;
}

function imageAt({ line, value }: Entry): Image[] {
  const image: Node | undefined = value.kind === "mapping" ? entry(value, "image")?.value : value;
  if (image === undefined) return [];
  const { text } = scalarOf(image, "an image");
  return text === "" ? [] : [imageOf({ reference: text, line: value.kind === "mapping" ? image.line : line })];
}

function stepsOf(job: Mapping, matrix: Matrix | undefined, { tree, vocabulary, defaults, variables }: JobSetting): Job["steps"] {
  const steps = entry(job, "steps");
  if (steps === undefined) return [];
  if (steps.value.kind !== "sequence" || steps.value.items.length === 0)
    throw new Refusal("'steps' is not a list of steps", steps.line);
  const own = mappingAt(mappingAt(job, "defaults"), "run");
  const setting = {
    tree,
    vocabulary,
    system: runnerSystem(job, matrix),
    shell: textAt(own, "shell") ?? textAt(defaults, "shell"),
    workingDirectory: textAt(own, "working-directory") ?? textAt(defaults, "working-directory"),
    variables: [...variables, ...variablesOf(job)],
  };
  return steps.value.items.map((step) => stepOf(step, setting));
}
