import type { Block } from "./document.ts";
import { visibleHtml } from "./html.ts";
import { blocksIn, type Section } from "./sections.ts";

export interface SectionProse {
  /** Words beyond headings, links and code blocks. */
  readonly words: number;
  readonly links: number;
  readonly images: number;
}

const WORD = /[\p{L}\p{N}]+(?:['’._/-][\p{L}\p{N}]+)*/gu;

/** How much a section says of its own, and what it shows beside. */
export function sectionProse(section: Section): SectionProse {
  const within = ({ start }: { readonly start: number }) => start >= section.start && start < section.end;
  const parts = blocksIn(section).flatMap(proseOf);
  const words = parts.reduce((sum, part) => sum + (part.match(WORD)?.length ?? 0), 0);
  return { words, links: section.document.links.filter(within).length, images: section.document.images.filter(within).length };
}

/** Words that markup parts are two. */
function proseOf({ kind: block, inlines }: Block): readonly string[] {
  return inlines.flatMap(({ kind, text, inLink }) => {
    if (kind === "html") return [proseOfHtml(text)];
    return (kind === "text" || kind === "code") && block !== "heading" && !inLink ? [text] : [];
  });
}

function proseOfHtml(html: string): string {
  return visibleHtml(html)
    .replace(/<(a|h[1-6])\b[^<>]*>[\s\S]{0,2000}?<\/\1\s*>/gi, " ")
    .replace(/<[^<>]*>|&[#\w]+;/g, " ");
}
