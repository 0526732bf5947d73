import type { Heading, MarkdownDocument } from "@assurance-case/markdown";
import type { Strategy } from "@assurance-case/model";
import { strategyLead } from "./identifiers.ts";
import { statementText } from "./statements.ts";

/** A strategy and the part of the document that stands under it. */
export interface StrategySection extends Required<Strategy> {
  readonly start: number;
  readonly end: number;
}

/** Headings of any depth such as `### Strategy S1 – Title`. */
export function strategiesOf(document: MarkdownDocument): readonly StrategySection[] {
  return document.headings.flatMap((heading) => {
    const lead = strategyLead(heading.text);
    return lead === undefined ? [] : [strategyOf(heading, lead.id, lead.length)];
  });
}

function strategyOf(heading: Heading, id: string, lead: number): StrategySection {
  const { line, column, start, sectionEnd } = heading;
  return { id, title: statementText(heading.text.slice(lead)), line, column, start, end: sectionEnd };
}
