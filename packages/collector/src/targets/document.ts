import {
  findSection,
  type MarkdownDocument,
  type MarkdownProblem,
  nearestAnchor,
  parseMarkdown,
  sectionProse,
  sectionSource,
  sentences,
} from "@assurance-case/markdown";
import { digestText, observed, type Section, type SectionStatement, type Target } from "@assurance-case/model";
import { badgesOf } from "./badges.ts";
import { channelsOf } from "./channels.ts";
import { lineSection } from "./lines.ts";
import { mentionsOf } from "./mentions.ts";
import type { Place } from "./resolve.ts";
import type { ReadStatements } from "./statements.ts";

/** What a Markdown document is asked: the section of an anchor, or its whole. */
export type DescribeAnchor = (anchor: string | undefined) => Pick<Target, "section" | "nearest" | "mentions">;

const PROBLEMS: Readonly<Record<MarkdownProblem["problem"], string>> = {
  "too-large": "The document is larger than 1 MiB.",
  "too-complex": "The document is nested too deeply, or too long, to be read.",
};

/** Reads a Markdown document once, for all anchors that are cited of it. */
export async function markdownDocument(place: Place, path: string, text: string, read: ReadStatements): Promise<DescribeAnchor> {
  const document = parseMarkdown(text);
  if ("problem" in document) {
    const blind = { status: "unavailable", reason: PROBLEMS[document.problem], path } as const;
    return () => ({ section: blind, mentions: blind });
  }
  const whole = findSection(document);
  const statements = whole === undefined ? [] : read(sentences(whole));
  const mentions = observed(await mentionsOf(place, document, path));
  return (anchor) => ({ ...sectionOf(document, path, anchor, statements), mentions });
}

function sectionOf(
  document: MarkdownDocument,
  path: string,
  anchor: string | undefined,
  statements: readonly SectionStatement[],
): Pick<Target, "section" | "nearest"> {
  const section = findSection(document, anchor);
  if (section !== undefined) {
    const { line, endLine } = section;
    const said = statements.filter((statement) => line <= statement.line && statement.line <= endLine);
    const value: Section = {
      line,
      endLine,
      digest: digestText(sectionSource(section)),
      ...sectionProse(section),
      badges: [...badgesOf(section)],
      channels: [...channelsOf(section)],
      statements: said,
    };
    return { section: observed(value) };
  }
  // GitHub shows the source of a document for an anchor of lines.
  const lines = anchor === undefined ? undefined : lineSection(document.text, anchor);
  if (lines !== undefined) return { section: observed(lines) };
  const nearest = nearestAnchor(document, anchor ?? "");
  const reason = `The document has no anchor '${anchor ?? ""}'.`;
  return { section: { status: "absent", reason, path }, ...(nearest === undefined ? {} : { nearest }) };
}
