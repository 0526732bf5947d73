import type { Block, Inline } from "./document.ts";

/** The text that a reader sees of a block's content: no markup, no HTML, no images. */
export function textOf({ inlines }: Block): string {
  return inlines
    .filter(isText)
    .map(({ text }) => text)
    .join("");
}

/** Whether an inline is text of its own; a link's follows it. */
export function isText({ kind }: Inline): boolean {
  return kind === "text" || kind === "code" || kind === "break";
}
