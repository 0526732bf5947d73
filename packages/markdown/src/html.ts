import type { Inline } from "./document.ts";
import type { Place } from "./lines.ts";

/** Something of HTML, with its place in the document. */
export interface HtmlPart extends Place {
  readonly match: RegExpExecArray;
}

/** Blanks out comments, scripts and styles, length and line endings kept. Unclosed ones run to the end. */
export function visibleHtml(html: string): string {
  return html.replace(/<!--[\s\S]*?(?:-->|$)|<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, (hidden) =>
    hidden.replace(/[^\r\n]/g, " "),
  );
}

/** What a global pattern finds in the visible part of HTML. */
export function htmlParts({ kind, text, placeAt }: Inline, pattern: RegExp): readonly HtmlPart[] {
  if (kind !== "html") return [];
  return [...visibleHtml(text).matchAll(pattern)].map((match) => ({ match, ...placeAt(match.index) }));
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
