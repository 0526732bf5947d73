import { anchorsOf } from "./anchors.ts";
import { blocksOf } from "./blocks.ts";
import type { MarkdownDocument, MarkdownProblem } from "./document.ts";
import { headingsOf } from "./headings.ts";
import { startsOfLines } from "./lines.ts";
import { referencesOf } from "./references.ts";

/** YAML between lines of three hyphens, the first of them the first of the text. */
const FRONT_MATTER = /^---[\t ]*(?:\r\n|\n|\r)(?:[\s\S]*?(?:\r\n|\n|\r))??---[\t ]*(?![^\r\n])/;

const MAX_LENGTH = 1024 * 1024;
const MAX_LINES = 40_000;

/**
 * A Markdown text (CommonMark, GitHub's tables, YAML front matter) with its headings, anchors, links and code spans.
 * Never throws: a text of more than 1 Mi characters is `too-large`, one of more than 40,000 lines, or with blocks
 * that are nested too deeply, `too-complex`.
 */
export function parseMarkdown(source: string): MarkdownDocument | MarkdownProblem {
  if (source.length > MAX_LENGTH) return { problem: "too-large" };
  const text = source.startsWith("\uFEFF") ? source.slice(1) : source;
  const lineStarts = startsOfLines(text);
  if (lineStarts.length > MAX_LINES) return { problem: "too-complex" };
  try {
    return describe(text, lineStarts);
  } catch {
    return { problem: "too-complex" };
  }
}

function describe(text: string, lineStarts: readonly number[]): MarkdownDocument {
  const frontMatterEnd = FRONT_MATTER.exec(text)?.[0].length ?? 0;
  const blocks = blocksOf(text, lineStarts, frontMatterEnd);
  const headings = headingsOf(blocks, text, lineStarts);
  const anchors = anchorsOf(blocks, headings);
  return { text, blocks, frontMatterEnd, lineStarts, headings, anchors, ...referencesOf(blocks) };
}
