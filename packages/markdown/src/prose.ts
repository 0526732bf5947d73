import type { Nodes } from "mdast";
import { visibleHtml } from "./html.ts";
import { nodesOf, type Section } from "./sections.ts";
import { isBelow, type Visit } from "./tree.ts";

export interface SectionProse {
  /** Words beyond headings, links and code blocks. */
  readonly words: number;
  readonly links: number;
  readonly images: number;
}

const NOT_PROSE: ReadonlySet<Nodes["type"]> = new Set(["heading", "link", "linkReference"]);
const WORD = /[\p{L}\p{N}]+(?:['’._/-][\p{L}\p{N}]+)*/gu;

/** How much a section says of its own, and what it shows beside. */
export function sectionProse(section: Section): SectionProse {
  const within = ({ start }: { readonly start: number }) => start >= section.start && start < section.end;
  let words = 0;
  for (const visit of nodesOf(section)) words += proseAt(visit).match(WORD)?.length ?? 0;
  return { words, links: section.document.links.filter(within).length, images: section.document.images.filter(within).length };
}

function proseAt(visit: Visit): string {
  const { node } = visit;
  if (node.type === "html") return proseOfHtml(node.value);
  const isInline = node.type === "text" || node.type === "inlineCode";
  return isInline && !isBelow(visit, NOT_PROSE) ? node.value : "";
}

function proseOfHtml(html: string): string {
  return visibleHtml(html)
    .replace(/<(a|h[1-6])\b[^<>]*>[\s\S]{0,2000}?<\/\1\s*>/gi, " ")
    .replace(/<[^<>]*>|&[#\w]+;/g, " ");
}
