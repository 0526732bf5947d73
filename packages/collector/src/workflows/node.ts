import { Refusal } from "./refusal.ts";
import type { Entry, Mapping, Node, Scalar } from "./yaml.ts";

/** An expression of GitHub somewhere in a text. */
export function isExpression(text: string): boolean {
  return text.includes("${{");
}

/** A key that is not there, or has no value: `key:`. */
export function entry(mapping: Mapping | undefined, key: string): Entry | undefined {
  const found = mapping?.entries.get(key);
  return found === undefined || isNull(found.value) ? undefined : found;
}

export function isNull(node: Node): boolean {
  return node.kind === "scalar" && node.plain && /^(?:~|null|Null|NULL|)$/.test(node.text);
}

export function mappingOf(node: Node, what: string): Mapping {
  if (node.kind !== "mapping") throw new Refusal(`${what} is not a mapping`, node.line);
  return node;
}

export function scalarOf(node: Node, what: string): Scalar {
  if (node.kind !== "scalar") throw new Refusal(`${what} is not text`, node.line);
  return node;
}

/** The text of an optional key. */
export function textAt(mapping: Mapping | undefined, key: string): string | undefined {
  const found = entry(mapping, key);
  return found === undefined ? undefined : scalarOf(found.value, `'${key}'`).text;
}

/** A mapping under an optional key. */
export function mappingAt(mapping: Mapping | undefined, key: string): Mapping | undefined {
  const found = entry(mapping, key);
  return found === undefined ? undefined : mappingOf(found.value, `'${key}'`);
}

/** One text, or a list of them. */
export function textsOf(node: Node, what: string): readonly Scalar[] {
  const items = node.kind === "sequence" ? node.items : [node];
  return items.map((item) => scalarOf(item, what));
}
