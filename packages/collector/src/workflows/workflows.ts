import {
  AssureError,
  type Blind,
  type CompositeAction,
  type DefaultBranch,
  type Fact,
  type Facts,
  observed,
  type Step,
  type Vocabulary,
} from "@assurance-case/model";
import { type ReadBlob, SUBMODULE, SYMLINK, type Tree, type TreeEntry } from "../tree.ts";
import { actionOf } from "./action.ts";
import { Refusal } from "./refusal.ts";
import { workflowOf } from "./workflow.ts";

type Workflows = Extract<Facts["workflows"], { status: "observed" }>["value"];

const WORKFLOW = /^\.github\/workflows\/[^/]+\.ya?ml$/;
const ACTION = /(?:^|\/)action\.ya?ml$/;
const LARGEST_FILE = 512 * 1024;
const MOST_ACTIONS = 500;

export interface WorkflowsInput {
  readonly tree: Tree;
  readonly readBlob: ReadBlob;
  readonly vocabulary: Vocabulary;
  readonly defaultBranch: Fact<DefaultBranch>;
}

/** The workflows of a tree, the local actions that they use, and all others of the tree. One that is broken is an error, and the others go on. */
export async function collectWorkflows(input: WorkflowsInput): Promise<Fact<Workflows>> {
  const files: Workflows["files"] = {};
  const used: string[] = [];
  for (const file of input.tree.values()) {
    if (!WORKFLOW.test(file.path)) continue;
    const workflow = await readFile(file, input.readBlob, (text) => workflowOf(text, file.oid, input));
    files[file.path] = workflow;
    if (workflow.status === "observed") used.push(...workflow.value.jobs.flatMap(({ steps }) => localActions(steps)));
  }
  const others = [...input.tree.keys()].filter((path) => ACTION.test(path));
  return observed({ files, actions: await readActions([...used, ...others], input) });
}

/** Actions use actions: each is read once, so that a circle ends. */
async function readActions(used: readonly string[], input: WorkflowsInput): Promise<Workflows["actions"]> {
  const actions = new Map<string, Fact<CompositeAction>>();
  const paths = new Set(used);
  for (const path of paths) {
    const file = input.tree.get(path);
    if (file === undefined || !/\.ya?ml$/.test(path)) continue;
    if (actions.size >= MOST_ACTIONS)
      actions.set(path, { status: "unavailable", reason: `more than ${MOST_ACTIONS} local actions`, path });
    else actions.set(path, await readFile(file, input.readBlob, (text) => actionOf(text, file.oid, input)));
    const action = actions.get(path);
    if (action?.status === "observed") for (const next of localActions(action.value.steps)) paths.add(next);
  }
  return Object.fromEntries([...actions].sort(([one], [other]) => (one < other ? -1 : 1)));
}

function localActions(steps: readonly Step[]): readonly string[] {
  return steps.flatMap(({ uses }) => (uses?.kind === "local-action" && uses.path !== undefined ? [uses.path] : []));
}

async function readFile<T>(file: TreeEntry, readBlob: ReadBlob, read: (text: string) => T): Promise<Fact<T>> {
  const { path, mode, oid } = file;
  if (mode === SYMLINK || mode === SUBMODULE) return broken("unavailable", "it is not a regular file", path, 1);
  const bytes = await readWhole(oid, readBlob);
  if (bytes === undefined || bytes.length > LARGEST_FILE) return broken("error", "it is larger than 512 KiB", path, 1);
  try {
    return observed(read(decode(bytes)));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return broken("error", error.message, path, error.line);
  }
}

async function readWhole(oid: string, readBlob: ReadBlob): Promise<Buffer | undefined> {
  try {
    return await readBlob(oid);
  } catch (error) {
    if (error instanceof AssureError && error.code === "collect/limit") return undefined;
    throw error;
  }
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    throw new Refusal("it is not UTF-8", 1);
  }
}

function broken(status: Blind["status"], reason: string, path: string, line: number): Blind {
  return { status, reason, path, line };
}
