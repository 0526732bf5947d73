import type { Block, CodeSpan, Image, Inline, Link } from "./document.ts";
import { attributePattern, attributeValue, htmlParts } from "./html.ts";

const HREF = attributePattern("a", "href");
const SRC = attributePattern("img", "src");

interface References {
  readonly links: readonly Link[];
  readonly images: readonly Image[];
  readonly codeSpans: readonly CodeSpan[];
}

/** Links, images and code spans in the order of the document. */
export function referencesOf(blocks: readonly Block[]): References {
  const inlines = blocks.flatMap((block) => block.inlines);
  return {
    links: inlines.flatMap(linksAt),
    images: inlines.flatMap(imagesAt),
    codeSpans: inlines.flatMap(codeSpansAt),
  };
}

function linksAt(inline: Inline): readonly Link[] {
  const { line, column, start, url, text, form } = inline;
  if (form !== undefined) return [{ line, column, start, kind: form, url, text }];
  return htmlParts(inline, HREF).map(({ match, ...at }) => ({ ...at, kind: "html", url: attributeValue(match), text: "" }));
}

function imagesAt(inline: Inline): readonly Image[] {
  const { kind, line, column, start, url, text } = inline;
  if (kind === "image") return [{ line, column, start, url, alt: text }];
  return htmlParts(inline, SRC).map(({ match, ...at }) => ({ ...at, url: attributeValue(match), alt: "" }));
}

function codeSpansAt({ kind, line, column, start, text, inLink }: Inline): readonly CodeSpan[] {
  return kind === "code" ? [{ line, column, start, text, inLink }] : [];
}
