import type { Root } from "mdast";

/** A heading and its section. Lines and columns count from 1, offsets from 0. */
export interface Heading {
  readonly depth: number;
  readonly text: string;
  /** The anchor that GitHub gives it. */
  readonly slug: string;
  readonly line: number;
  readonly column: number;
  readonly start: number;
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

export interface Link {
  readonly kind: "inline" | "reference" | "autolink" | "html";
  /** As written; of a reference, as its definition has it. */
  readonly url: string;
  readonly text: string;
  readonly line: number;
  readonly column: number;
  readonly start: number;
}

export interface Image {
  readonly url: string;
  readonly alt: string;
  readonly line: number;
  readonly column: number;
  readonly start: number;
}

export interface CodeSpan {
  readonly text: string;
  readonly line: number;
  readonly column: number;
  readonly start: number;
  readonly inLink: boolean;
}

export interface MarkdownDocument {
  /** The text without a byte order mark: offsets count in it. */
  readonly text: string;
  readonly root: Root;
  /** Lines of the text; a line ending at its end starts no line. */
  readonly lines: number;
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
