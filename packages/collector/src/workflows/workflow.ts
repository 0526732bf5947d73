import type { DefaultBranch, Fact, Job, Vocabulary, Workflow } from "@assurance-case/model";
import type { Tree } from "../tree.ts";
import { jobOf } from "./job.ts";
import { entry, mappingAt, mappingOf, textAt } from "./node.ts";
import { permissionsOf } from "./permissions.ts";
import { Refusal } from "./refusal.ts";
import { secretsOf } from "./secrets.ts";
import { triggersOf } from "./triggers.ts";
import { variablesOf } from "./variables.ts";
import { type Entry, type Mapping, parseYaml } from "./yaml.ts";

export interface WorkflowSetting {
  readonly tree: Tree;
  readonly vocabulary: Vocabulary;
  readonly defaultBranch: Fact<DefaultBranch>;
}

/** A workflow file, reduced to what policies ask for. Throws Refusal when GitHub would not run it. */
export function workflowOf(text: string, blob: string, { tree, vocabulary, defaultBranch }: WorkflowSetting): Workflow {
  const root = mappingOf(parseYaml(text), "the workflow");
  const name = textAt(root, "name");
  const permissions = permissionsOf(root);
  const defaults = mappingAt(mappingAt(root, "defaults"), "run");
  const variables = variablesOf(root);
  return {
    blob,
    ...(name === undefined ? {} : { name }),
    triggers: triggersOf(root, defaultBranch),
    ...(permissions === undefined ? {} : { permissions }),
    secrets: secretsOf(root),
    jobs: jobsOf(root, (id, written) => jobOf(id, written, { tree, vocabulary, defaults, variables })),
  };
}

function jobsOf(root: Mapping, read: (id: string, written: Entry) => Job): Job[] {
  const found = entry(root, "jobs");
  if (found === undefined) throw new Refusal("there are no jobs", root.entries.get("jobs")?.line ?? root.line);
  const jobs = [...mappingOf(found.value, "'jobs'").entries].map(([id, written]) => read(id, written));
  if (jobs.length === 0) throw new Refusal("there are no jobs", found.line);
  refuseNeeds(jobs);
  return jobs;
}

/** A job can only need jobs that are there, and not itself by any way. */
function refuseNeeds(jobs: readonly Job[]): void {
  const open = new Map(jobs.map((job) => [job.id, job]));
  for (const { line, needs } of jobs) {
    const missing = needs.find((id) => !open.has(id));
    if (missing !== undefined) throw new Refusal(`the job '${missing}', which is needed, is not there`, line);
  }
  for (let before = Number.POSITIVE_INFINITY; open.size < before; ) {
    before = open.size;
    for (const [id, { needs }] of open) if (needs.every((need) => !open.has(need))) open.delete(id);
  }
  const [stuck] = open.values();
  if (stuck !== undefined) throw new Refusal(`the job '${stuck.id}' waits for itself`, stuck.line);
}
