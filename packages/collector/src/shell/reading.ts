import { forEachChild, type ParsedScript, parse, type Function as ShellFunction, type SyntaxNode } from "unbash";
import { lineBreaksBefore } from "./expression.ts";
import type { Frame, Verdict } from "./verdict.ts";

/** Raised when a script cannot be read; readScript makes an unavailable fact of it. */
export class Unreadable extends Error {
  readonly at: number;

  constructor(reason: string, at: number) {
    super(reason);
    this.at = at;
  }
}

/** One text that is being walked. A script inside a word of another stands at that word. */
export interface Source {
  readonly text: string;
  /** Line of the outermost script, from 0. */
  readonly line: number;
  /** Where in the outermost script, for the order of the commands. */
  readonly at: number;
  readonly nested: boolean;
}

export interface Sighting {
  readonly at: number;
  readonly line: number;
  readonly program: string;
  readonly args: readonly (string | null)[];
  readonly verdicts: Verdict[];
  conditional: boolean;
}

/** What is known while a script is read. */
export interface Reading {
  readonly sightings: Map<object, Sighting>;
  /** Functions by name; several, or one that only may be defined, leave a call unknown. */
  readonly functions: ReadonlyMap<string, KnownFunction>;
  /** Calls that are being walked, against recursion. */
  readonly stack: Set<object>;
  /** Functions whose bodies were walked. */
  readonly called: Set<object>;
  /** Nodes that may still be visited: calls of calls can double without end. */
  readonly budget: { left: number };
  /** Whether a later command can ask for the status of a job, or of a part of a pipeline. */
  readonly asksLater: { readonly jobs: boolean; readonly pipelines: boolean };
}

/** A function of the script. It is certain when it is defined once, and not in a branch. */
export interface KnownFunction {
  readonly definitions: readonly ShellFunction[];
  readonly source: Source;
  readonly certain: boolean;
}

const VISITS = 200_000;
const SHARE_OF_NESTED = 1e-6;

/** A reading of a script of which nothing is walked yet. */
export function newReading(text: string): Reading {
  return {
    sightings: new Map(),
    functions: new Map(),
    stack: new Set(),
    called: new Set(),
    budget: { left: VISITS },
    asksLater: { jobs: /\bwait\b/.test(text), pipelines: text.includes("PIPESTATUS") },
  };
}

/** Counts a visit. Throws Unreadable when there were too many. */
export function spend(reading: Reading, source: Source, at: number): void {
  reading.budget.left -= 1;
  if (reading.budget.left < 0) throw new Unreadable("the script is too complex", lineIn(source, at));
}

/** Line of a position, from 0, in the outermost script. */
export function lineIn(source: Source, at: number): number {
  return source.line + lineBreaksBefore(source.text, at);
}

export function placeIn(source: Source, at: number): number {
  return source.nested ? source.at + (at + 1) * SHARE_OF_NESTED : at;
}

/** Parses a script. Throws Unreadable on a syntax error. */
export function parseScript(text: string, source: Source): ParsedScript {
  return checked(parse(text), source);
}

export function checked(script: ParsedScript, source: Source): ParsedScript {
  const error = script.errors?.[0];
  if (error !== undefined) throw new Unreadable(`the script cannot be parsed: ${error.message}`, lineIn(source, error.pos));
  return script;
}

/** A node with a script of its own: `$( … )` or `<( … )`. */
export interface Substitution {
  readonly type: "CommandExpansion" | "ProcessSubstitution" | "ArithmeticCommandExpansion";
  readonly pos: number;
  readonly text: string;
  readonly script: ParsedScript | undefined;
}

/** The substitutions in a word, a redirection, a test or an assignment; not those inside them. */
export function substitutionsIn(node: SyntaxNode): readonly Substitution[] {
  if (node.type === "CommandExpansion" || node.type === "ProcessSubstitution" || node.type === "ArithmeticCommandExpansion")
    return [node];
  const found: Substitution[] = [];
  forEachChild(node, (child) => found.push(...substitutionsIn(child)));
  return found;
}

/** Notes that a command runs, and what its failure comes to there. */
export function sight(
  reading: Reading,
  node: object,
  seen: Omit<Sighting, "verdicts" | "conditional">,
  frame: Frame,
  verdict: Verdict,
): void {
  const known = reading.sightings.get(node);
  if (known === undefined) reading.sightings.set(node, { ...seen, verdicts: [verdict], conditional: frame.conditional });
  else {
    known.verdicts.push(verdict);
    known.conditional ||= frame.conditional;
  }
}
