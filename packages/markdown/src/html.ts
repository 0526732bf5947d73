import type { Nodes } from "mdast";
import { placeOf } from "./tree.ts";

/** Something of an HTML node, with its place in the document. */
export interface HtmlPart {
  readonly match: RegExpExecArray;
  readonly line: number;
  readonly column: number;
  readonly start: number;
}

/** Blanks out comments, scripts and styles, length and line endings kept. Unclosed ones run to the end. */
export function visibleHtml(html: string): string {
  return html.replace(/<!--[\s\S]*?(?:-->|$)|<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, (hidden) =>
    hidden.replace(/[^\r\n]/g, " "),
  );
}

/** What a global pattern finds in the visible part of an HTML node. */
export function* htmlParts(node: Nodes, pattern: RegExp): Generator<HtmlPart> {
  if (node.type !== "html") return;
  const place = placeOf(node);
  const html = visibleHtml(node.value);
  for (const match of html.matchAll(pattern)) {
    const lines = html.slice(0, match.index).split(/\r?\n|\r/);
    const before = lines.at(-1)?.length ?? 0;
    const column = lines.length === 1 ? place.column + before : before + 1;
    yield { match, line: place.line + lines.length - 1, column, start: Math.min(place.start + match.index, place.end) };
  }
}

/** The value of an attribute as one of three groups; use with attributeValue. */
const VALUE = String.raw`\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)'|([^\s"'<>=]+))`;

/** A pattern for a tag's attribute, such as the name of an `a`. */
export function attributePattern(tag: string, attribute: string): RegExp {
  return new RegExp(String.raw`<${tag}\b[^<>]{0,500}?\s${attribute}${VALUE}`, "gi");
}

export function attributeValue(match: RegExpExecArray): string {
  return match[1] ?? match[2] ?? match[3] ?? "";
}
