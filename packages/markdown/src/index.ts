export type {
  Anchor,
  Block,
  BlockKind,
  CodeSpan,
  Heading,
  Image,
  Inline,
  Link,
  MarkdownDocument,
  MarkdownProblem,
} from "./document.ts";
export { nearestAnchor } from "./nearest.ts";
export { parseMarkdown } from "./parse.ts";
export { decoded, folderOf, MAX_PATH, pathFrom } from "./paths.ts";
export { type SectionProse, sectionProse } from "./prose.ts";
export { findSection, type Section, sectionSource } from "./sections.ts";
export { type Sentence, sentences } from "./sentences.ts";
export { isText, textOf } from "./text.ts";
