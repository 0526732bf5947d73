export type { Nodes as MarkdownNode } from "mdast";
export type { Anchor, CodeSpan, Heading, Image, Link, MarkdownDocument, MarkdownProblem } from "./document.ts";
export { nearestAnchor } from "./nearest.ts";
export { parseMarkdown } from "./parse.ts";
export { type SectionProse, sectionProse } from "./prose.ts";
export { findSection, type Section, sectionSource } from "./sections.ts";
export { type Sentence, sentences } from "./sentences.ts";
export { inlineText, placeOf, type Visit, walk } from "./tree.ts";
