import type { Nodes } from "mdast";
import type { Anchor, Heading } from "./document.ts";
import { attributePattern, attributeValue, htmlParts } from "./html.ts";
import { walk } from "./tree.ts";

const NAME = attributePattern("a", "name");
const ID = attributePattern("[a-z][a-z0-9-]*", "id");

/** What a link can lead to, by identifier in lower case: GitHub compares without regard to case. The first one wins. */
export function anchorsOf(root: Nodes, headings: readonly Heading[]): ReadonlyMap<string, Anchor> {
  const found: Anchor[] = headings.map(({ slug, line, start }) => ({ id: slug, line, start, source: "heading" }));
  for (const { node } of walk(root)) {
    for (const pattern of [NAME, ID]) {
      for (const { match, line, start } of htmlParts(node, pattern))
        found.push({ id: attributeValue(match), line, start, source: "html" });
    }
  }
  const anchors = new Map<string, Anchor>();
  for (const anchor of found.sort((one, other) => one.start - other.start)) {
    const key = anchor.id.toLowerCase();
    if (key !== "" && !anchors.has(key)) anchors.set(key, anchor);
  }
  return anchors;
}
