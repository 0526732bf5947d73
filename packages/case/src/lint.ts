import type { MarkdownDocument } from "@assurance-case/markdown";
import type { Claim, Strategy } from "@assurance-case/model";
import { compareIdentifiers, identifierKey } from "./identifiers.ts";
import { type Finding, finding } from "./problem.ts";
import { resolveTarget } from "./target.ts";

type Identified = Pick<Strategy, "id" | "line" | "column">;

/** Identifiers that are there twice, or after a greater one. */
export function identifierProblems(kind: "claim" | "strategy", found: readonly Identified[]): readonly Finding[] {
  const first = new Map<string, Identified>();
  let last: Identified | undefined;
  return found.flatMap((item) => {
    const claim = kind === "claim" ? item.id : undefined;
    const earlier = first.get(identifierKey(item.id));
    if (earlier !== undefined) {
      const message = `The ${kind} ${item.id} is already on line ${earlier.line}: give one of them an identifier of its own.`;
      return [finding("case/duplicate-id", item, message, claim)];
    }
    first.set(identifierKey(item.id), item);
    const before = last;
    if (before === undefined || compareIdentifiers(before.id, item.id) <= 0) {
      last = item;
      return [];
    }
    const message = `The ${kind} ${item.id} stands after ${before.id} of line ${before.line}: put them in the order of their numbers.`;
    return [finding("case/unordered-id", item, message, claim)];
  });
}

/** Claims that say nothing, rest on nothing, or stand under no strategy of a case that has strategies. */
export function claimProblems(claim: Claim, hasStrategies: boolean): readonly Finding[] {
  const problems: Finding[] = [];
  const add = (code: Finding["code"], message: string) => problems.push(finding(code, claim, message, claim.id));
  if (claim.statement === "")
    add("case/claim-without-statement", `Claim ${claim.id} has no statement: write what it claims after its identifier.`);
  if (claim.links.length === 0)
    add("case/claim-without-evidence", `Claim ${claim.id} cites no evidence: link to what supports it.`);
  if (hasStrategies && claim.strategy === undefined) {
    add(
      "case/claim-outside-strategy",
      `Claim ${claim.id} stands under no strategy: move it below the heading of the strategy that it supports.`,
    );
  }
  return problems;
}

/** Links of the whole document that lead nowhere; an address of mail is one only as evidence. */
export function linkProblems(document: MarkdownDocument, path: string, claims: readonly Claim[]): readonly Finding[] {
  const evidence = new Map(claims.flatMap(({ id, links }) => links.map((link) => [`${link.line}:${link.column}`, id] as const)));
  return document.links.flatMap((link) => {
    const claim = evidence.get(`${link.line}:${link.column}`);
    const { kind, target } = resolveTarget(path, link.url);
    if (kind !== "invalid" || (claim === undefined && target === "mailto:")) return [];
    const message = `The link '${target}' leads to no path of the repository and no web address: correct it.`;
    return [finding("case/invalid-link", link, message, claim)];
  });
}
