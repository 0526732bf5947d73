import type { Nodes, Root } from "mdast";

/** A node with the way to it. */
export interface Visit {
  readonly node: Nodes;
  readonly parent: Visit | undefined;
}

/** Every node in the order of the document. Iterative: a hostile document nests deeper than the stack. */
export function* walk(root: Nodes): Generator<Visit> {
  const pending: Visit[] = [{ node: root, parent: undefined }];
  for (let visit = pending.pop(); visit !== undefined; visit = pending.pop()) {
    yield visit;
    if (!("children" in visit.node)) continue;
    const { children } = visit.node;
    for (let index = children.length - 1; index >= 0; index--) {
      const node = children[index];
      if (node !== undefined) pending.push({ node, parent: visit });
    }
  }
}

/** Whether the visit is below a node of one of these types. */
export function isBelow(visit: Visit, types: ReadonlySet<Nodes["type"]>): boolean {
  for (let above = visit.parent; above !== undefined; above = above.parent) if (types.has(above.node.type)) return true;
  return false;
}

/** Where a node stands: offsets into the text, line and column from 1. */
export function placeOf(node: Nodes | Root): {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
} {
  const { start, end } = node.position ?? { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
  return { start: start.offset ?? 0, end: end.offset ?? 0, line: start.line, column: start.column };
}

/** The text that a reader sees: no markup, no HTML, no images. */
export function inlineText(node: Nodes): string {
  let text = "";
  for (const { node: inner } of walk(node)) {
    if (inner.type === "text" || inner.type === "inlineCode") text += inner.value;
    if (inner.type === "break") text += "\n";
  }
  return text;
}
