import type { CompositeAction, Vocabulary } from "@assurance-case/model";
import type { Tree } from "../tree.ts";
import { entry, mappingOf, textAt } from "./node.ts";
import { Refusal } from "./refusal.ts";
import { secretsOf } from "./secrets.ts";
import { stepOf } from "./step.ts";
import { parseYaml } from "./yaml.ts";

/** A local action. Only a composite one has steps. Throws Refusal when it cannot be read. */
export function actionOf(
  text: string,
  blob: string,
  { tree, vocabulary }: { readonly tree: Tree; readonly vocabulary: Vocabulary },
): CompositeAction {
  const root = mappingOf(parseYaml(text), "the action");
  const found = entry(root, "runs");
  if (found === undefined) throw new Refusal("'runs' is missing", root.line);
  const runs = mappingOf(found.value, "'runs'");
  const using = textAt(runs, "using");
  if (using === undefined) throw new Refusal("'using' is missing", found.line);
  const steps = entry(runs, "steps");
  const secrets = secretsOf(root);
  if (using !== "composite") return { blob, using, secrets, steps: [] };
  if (steps?.value.kind !== "sequence") throw new Refusal("the composite action has no steps", found.line);
  const setting = { tree, vocabulary, system: "none", shell: undefined, workingDirectory: undefined, variables: [] } as const;
  return { blob, using, secrets, steps: steps.value.items.map((step) => stepOf(step, setting)) };
}
