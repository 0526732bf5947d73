import type { Condition, ContinueOnError } from "@assurance-case/model";
import { entry, scalarOf } from "./node.ts";
import type { Mapping } from "./yaml.ts";

const LONGEST_EXPRESSION = 300;

/** The `if:` of a job or step. Its value is told when it is a constant. */
export function conditionOf(mapping: Mapping): Condition | undefined {
  const found = entry(mapping, "if");
  if (found === undefined) return undefined;
  const written = scalarOf(found.value, "'if'").text.trim();
  const value = constantOf(written);
  return { line: found.line, expression: written.slice(0, LONGEST_EXPRESSION), ...(value === undefined ? {} : { value }) };
}

/** The `continue-on-error:` of a job or step. */
export function continueOnErrorOf(mapping: Mapping): ContinueOnError | undefined {
  const found = entry(mapping, "continue-on-error");
  if (found === undefined) return undefined;
  const value = constantOf(scalarOf(found.value, "'continue-on-error'").text.trim());
  return { line: found.line, value: value === undefined ? "dynamic" : value ? "true" : "false" };
}

/** What a constant comes to: https://docs.github.com/en/actions/reference/workflows-and-actions/expressions#literals */
function constantOf(written: string): boolean | undefined {
  const inner = /^\$\{\{([^{}]*)\}\}$/.exec(written)?.[1]?.trim() ?? written;
  if (/^(?:true|True|TRUE)$/.test(inner)) return true;
  if (/^(?:false|False|FALSE|null|0|''|)$/.test(inner)) return false;
  return /^(?:'[^']+'|[1-9]\d*)$/.test(inner) ? true : undefined;
}
