import { type MarkdownDocument, type MarkdownProblem, parseMarkdown } from "@assurance-case/markdown";
import type { AssuranceCase } from "@assurance-case/model";
import { type Finding, finding, sortedProblems } from "./problem.ts";
import { parseStrategyClaimEvidence } from "./strategy-claim-evidence.ts";

export interface CaseSource {
  /** Path of the case in the repository. */
  readonly path: string;
  readonly text: string;
  /** Digest of the case's bytes. */
  readonly digest: string;
}

interface CaseFormat {
  readonly recognises: (document: MarkdownDocument) => boolean;
  readonly parse: (document: MarkdownDocument, path: string) => Omit<AssuranceCase, "digest">;
}

/** The shapes of documents, the first that fits; the last one fits all. */
const FORMATS: readonly CaseFormat[] = [{ recognises: () => true, parse: parseStrategyClaimEvidence }];

const UNREADABLE: Readonly<Record<MarkdownProblem["problem"], Finding>> = {
  "too-large": finding("case/too-large", { line: 1, column: 1 }, "The case is larger than 1 MiB: shorten it."),
  "too-complex": finding(
    "case/too-complex",
    { line: 1, column: 1 },
    "The case is nested too deeply, or too long, to be read: simplify it.",
  ),
};

/** An assurance case in Markdown as data. Never throws: what is wrong with it is among its problems. */
export function parseCase({ path, text, digest }: CaseSource): AssuranceCase {
  // A lone surrogate has no UTF-8, and so no canonical form to digest.
  const document = parseMarkdown(text.replace(/\p{Surrogate}/gu, "\uFFFD"));
  if ("problem" in document) return { ...emptyCase(path, [UNREADABLE[document.problem]]), digest };
  const format = FORMATS.find(({ recognises }) => recognises(document));
  return { ...(format?.parse(document, path) ?? emptyCase(path, [])), digest };
}

function emptyCase(path: string, findings: readonly Finding[]): Omit<AssuranceCase, "digest"> {
  const nothing = {
    strategies: [],
    claims: [],
    summary: [],
    threatModel: [],
    assumptions: [],
    reviewRules: [],
    residualRisks: [],
  };
  return { format: "strategy-claim-evidence", path, title: "", ...nothing, problems: sortedProblems(findings, path) };
}
