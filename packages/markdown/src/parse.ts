import type { Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { frontmatterFromMarkdown } from "mdast-util-frontmatter";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { frontmatter } from "micromark-extension-frontmatter";
import { gfmTable } from "micromark-extension-gfm-table";
import { anchorsOf } from "./anchors.ts";
import { budgetExtension, exceedsBudget } from "./budget.ts";
import type { MarkdownDocument, MarkdownProblem } from "./document.ts";
import { headingsOf, startsOfLines } from "./headings.ts";
import { referencesOf } from "./links.ts";

const MAX_LENGTH = 1024 * 1024;

/**
 * A Markdown text (CommonMark, GitHub's tables, YAML front matter) with its headings, anchors, links and code spans.
 * Never throws: a text of more than 1 Mi characters is `too-large`, one that takes too much work `too-complex`.
 */
export function parseMarkdown(source: string): MarkdownDocument | MarkdownProblem {
  if (source.length > MAX_LENGTH) return { problem: "too-large" };
  const text = source.startsWith("\uFEFF") ? source.slice(1) : source;
  if (exceedsBudget(text)) return { problem: "too-complex" };
  try {
    return describe(treeOf(text), text);
  } catch {
    return { problem: "too-complex" };
  }
}

function treeOf(text: string): Root {
  return fromMarkdown(text, {
    extensions: [budgetExtension(), gfmTable(), frontmatter(["yaml"])],
    mdastExtensions: [gfmTableFromMarkdown(), frontmatterFromMarkdown(["yaml"])],
  });
}

function describe(root: Root, text: string): MarkdownDocument {
  const lineStarts = startsOfLines(text);
  const headings = headingsOf(root, text, lineStarts);
  return { text, root, lines: lineStarts.length, headings, anchors: anchorsOf(root, headings), ...referencesOf(root, text) };
}
