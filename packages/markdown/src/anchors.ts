import type { Anchor, Block, Heading } from "./document.ts";
import { attributePattern, attributeValue, htmlParts } from "./html.ts";

const NAME = attributePattern("a", "name");
const ID = attributePattern("[a-z][a-z0-9-]*", "id");

/** What a link can lead to, by identifier in lower case: GitHub compares without regard to case. The first one wins. */
export function anchorsOf(blocks: readonly Block[], headings: readonly Heading[]): ReadonlyMap<string, Anchor> {
  const found: Anchor[] = headings.map(({ slug, line, start }) => ({ id: slug, line, start, source: "heading" }));
  for (const inline of blocks.flatMap((block) => block.inlines)) {
    for (const { match, line, start } of [NAME, ID].flatMap((pattern) => htmlParts(inline, pattern)))
      found.push({ id: attributeValue(match), line, start, source: "html" });
  }
  const anchors = new Map<string, Anchor>();
  for (const anchor of found.sort((one, other) => one.start - other.start)) {
    const key = anchor.id.toLowerCase();
    if (key !== "" && !anchors.has(key)) anchors.set(key, anchor);
  }
  return anchors;
}
