import type { Place } from "./lines.ts";

export type BlockKind = "heading" | "paragraph" | "cell" | "html" | "quote" | "item" | "table" | "row";

/** A part of the document that stands on lines of its own, or the cell of a table. */
export interface Block extends Place {
  readonly kind: BlockKind;
  /** Of a heading from 1 to 6, else 0. */
  readonly depth: number;
  readonly end: number;
  readonly parent: Block | undefined;
  /** What is written in it; empty when it only holds other blocks. */
  readonly inlines: readonly Inline[];
}

/** A part of a block's content. The content of a link follows it. */
export interface Inline extends Place {
  readonly kind: "text" | "code" | "break" | "html" | "image" | "link";
  /** What a reader sees; HTML as it is written. */
  readonly text: string;
  /** Of a link or an image. */
  readonly url: string;
  readonly inLink: boolean;
  /** Whether it is in bold words that are in no link and no emphasis. */
  readonly isBold: boolean;
  /** How a link is written. */
  readonly form?: Exclude<Link["kind"], "html">;
  /** Where a character of HTML stands. */
  readonly placeAt: (index: number) => Place;
}

/** A heading and its section. */
export interface Heading extends Place {
  readonly depth: number;
  readonly text: string;
  /** The anchor that GitHub gives it. */
  readonly slug: string;
  readonly end: number;
  /** Where its section ends: before the next heading of the same or a lesser depth. */
  readonly sectionEnd: number;
  readonly endOfSectionLine: number;
}

/** An identifier that a link can lead to. */
export interface Anchor {
  readonly id: string;
  readonly line: number;
  readonly start: number;
  readonly source: "heading" | "html";
}

export interface Link extends Place {
  readonly kind: "inline" | "reference" | "autolink" | "html";
  /** As written; of a reference, as its definition has it. */
  readonly url: string;
  readonly text: string;
}

export interface Image extends Place {
  readonly url: string;
  readonly alt: string;
}

export interface CodeSpan extends Place {
  readonly text: string;
  readonly inLink: boolean;
}

export interface MarkdownDocument {
  /** The text without a byte order mark: offsets count in it. */
  readonly text: string;
  /** In the order of the document; what is inside of a block follows it. */
  readonly blocks: readonly Block[];
  /** Where the front matter ends; 0 without one. */
  readonly frontMatterEnd: number;
  /** Where the lines of the text start; a line ending at its end starts no line. */
  readonly lineStarts: readonly number[];
  readonly headings: readonly Heading[];
  /** By identifier in lower case, in the order of the document. */
  readonly anchors: ReadonlyMap<string, Anchor>;
  readonly links: readonly Link[];
  readonly images: readonly Image[];
  readonly codeSpans: readonly CodeSpan[];
}

/** Why a text was not parsed. */
export interface MarkdownProblem {
  readonly problem: "too-large" | "too-complex";
}
