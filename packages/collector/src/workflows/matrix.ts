import { entry, isExpression, mappingAt, mappingOf } from "./node.ts";
import type { Mapping, Node } from "./yaml.ts";

export type Matrix = Record<string, string[] | null>;

/** Stands for the axes that only a run can tell. */
const COMPUTED_AXES = "";

/** The values of a job's matrix by axis, those of `include` among them; null for an axis that is computed. */
export function matrixOf(job: Mapping): Matrix | undefined {
  const found = entry(mappingAt(job, "strategy"), "matrix");
  if (found === undefined) return undefined;
  if (found.value.kind !== "mapping") return { [COMPUTED_AXES]: null };
  const matrix = new Map<string, string[] | null>();
  for (const [axis, { value }] of found.value.entries) {
    if (axis !== "include" && axis !== "exclude") matrix.set(axis, valuesOf(value));
  }
  const include = entry(found.value, "include")?.value;
  if (include !== undefined) addIncluded(matrix, include);
  return Object.fromEntries(matrix);
}

function valuesOf(node: Node): string[] | null {
  if (node.kind !== "sequence") return null;
  const values = node.items.map(plainText);
  return values.some(isExpression) ? null : [...new Set(values)];
}

function addIncluded(matrix: Map<string, string[] | null>, include: Node): void {
  if (include.kind !== "sequence") {
    matrix.set(COMPUTED_AXES, null);
    return;
  }
  for (const item of include.items) {
    for (const [axis, { value }] of mappingOf(item, "an item of 'include'").entries) addValue(matrix, axis, plainText(value));
  }
}

function addValue(matrix: Map<string, string[] | null>, axis: string, value: string): void {
  const known = matrix.get(axis);
  if (known === null) return;
  if (isExpression(value)) matrix.set(axis, null);
  else matrix.set(axis, [...new Set([...(known ?? []), value])]);
}

/** A value as text; one with parts as JSON. */
function plainText(node: Node): string {
  return node.kind === "scalar" ? node.text : JSON.stringify(plainValue(node));
}

function plainValue(node: Node): unknown {
  if (node.kind === "scalar") return node.text;
  if (node.kind === "sequence") return node.items.map(plainValue);
  return Object.fromEntries([...node.entries].map(([key, { value }]) => [key, plainValue(value)]));
}
