import type { Inline } from "./document.ts";
import type { Place } from "./lines.ts";
import type { Token } from "./tokens.ts";

const KINDS: Readonly<Record<string, Inline["kind"]>> = {
  text: "text",
  code_inline: "code",
  softbreak: "break",
  hardbreak: "break",
  html_inline: "html",
  image: "image",
  link_open: "link",
};

/** The parts of a block's content, given where its characters stand. */
export function inlinesOf(content: Token, placeOf: (offset: number) => Place): readonly Inline[] {
  if (content.type === "html_block") return [htmlOf(content.content, placeOf)];
  const tokens = content.children ?? [];
  const inlines: Inline[] = [];
  let bold = 0;
  let links = 0;
  for (const [index, token] of tokens.entries()) {
    if (token.type === "strong_open" && token.level === 0) bold++;
    if (token.type === "strong_close" && token.level === 0) bold--;
    if (token.type === "link_close") links--;
    const kind = KINDS[token.type];
    if (kind !== undefined && (kind !== "text" || token.content !== "")) {
      const start = startOf(token);
      const placeAt = (character: number) => placeOf(start + character);
      const link = kind === "link" ? { url: urlOf(token, "href"), form: formOf(token) } : { url: urlOf(token, "src") };
      const text = kind === "link" ? textOf(tokens, index + 1) : textOfToken(token);
      inlines.push({ kind, ...placeAt(0), text, ...link, inLink: links > 0, isBold: bold > 0, placeAt });
    }
    if (kind === "link") links++;
  }
  return inlines;
}

function htmlOf(text: string, placeAt: (offset: number) => Place): Inline {
  return { kind: "html", ...placeAt(0), text, url: "", inLink: false, isBold: false, placeAt };
}

/** A link is pushed once the parser stands behind its bracket. */
function startOf(token: Token): number {
  const [start = 0] = token.map ?? [];
  return token.type === "link_open" && token.info !== "auto" ? start - 1 : start;
}

function formOf(link: Token): NonNullable<Inline["form"]> {
  if (link.info === "auto") return "autolink";
  return link.meta === null ? "inline" : "reference";
}

function urlOf(token: Token, attribute: string): string {
  return String(token.attrGet(attribute) ?? "");
}

function textOfToken(token: Token): string {
  if (token.type === "image") return altOf(token.children ?? []);
  return KINDS[token.type] === "break" ? "\n" : token.content;
}

/** The text up to the end of the link around it. */
function textOf(tokens: readonly Token[], from: number): string {
  let text = "";
  for (let index = from; index < tokens.length && tokens[index]?.type !== "link_close"; index++) {
    const token = tokens[index];
    if (token !== undefined && token.type !== "image" && token.type !== "html_inline") text += textOfToken(token);
  }
  return text;
}

function altOf(tokens: readonly Token[]): string {
  return tokens.map((token) => (token.type === "html_inline" ? "" : textOfToken(token))).join("");
}
