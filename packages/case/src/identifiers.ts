const SEPARATOR = String.raw`\s*[:.)–—-]+\s*`;

/** An identifier at the start of a text: behind its word, with parts, or before a separator. `C4 diagrams` names nothing. */
function leadPattern(word: string, letter: string): RegExp {
  const id = String.raw`${letter}-?\d+`;
  const named = String.raw`${word}\s+(${id}(?:\.\d+)*)(?![\w])(?:${SEPARATOR}|\s*)`;
  const inParts = String.raw`(${id}(?:\.\d+)+)(?![\w])(?:${SEPARATOR}|\s*)`;
  const separated = `(${id})${SEPARATOR}`;
  return new RegExp(String.raw`^\s*(?:${named}|${inParts}|${separated})`, "i");
}

const CLAIM_LEAD = leadPattern("(?:sub-?)?claim", "C");
const STRATEGY_LEAD = leadPattern("strategy", "S");
const GOAL = /\b(G-?\d+)\b/;
const CLAIM = /^C-?\d+(?:\.\d+)*$/i;

/** An identifier and where the text behind it starts. */
export interface Lead {
  readonly id: string;
  readonly length: number;
}

/** The claim that a text starts with; bold words that are nothing but an identifier need no separator. */
export function claimLead(text: string, bold = ""): Lead | undefined {
  const alone = bold.trim();
  return leadOf(CLAIM_LEAD.exec(text)) ?? (CLAIM.test(alone) ? { id: alone, length: bold.length } : undefined);
}

/** The strategy that a heading starts with. */
export function strategyLead(text: string): Lead | undefined {
  return leadOf(STRATEGY_LEAD.exec(text));
}

/** The identifier of a goal that a heading names, such as `Top-Level Claim (G0)`. */
export function goalId(heading: string): string | undefined {
  return GOAL.exec(heading)?.[1];
}

export function isClaimId(text: string): boolean {
  return CLAIM.test(text);
}

/** The same for identifiers that differ in case or a hyphen only. */
export function identifierKey(id: string): string {
  return id.toUpperCase().replace("-", "");
}

/** Order of identifiers by their numbers: C2.9 comes before C2.10. */
export function compareIdentifiers(one: string, other: string): number {
  const [left, right] = [numbersOf(one), numbersOf(other)];
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = (left[index] ?? -1) - (right[index] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

function numbersOf(id: string): readonly number[] {
  return (id.match(/\d+/g) ?? []).map(Number);
}

function leadOf(match: RegExpExecArray | null): Lead | undefined {
  const id = match?.[1] ?? match?.[2] ?? match?.[3];
  return match === null || id === undefined ? undefined : { id, length: match[0].length };
}
