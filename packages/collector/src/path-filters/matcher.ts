import { automatonOf } from "./automaton.ts";
import { readPattern, type Token } from "./pattern.ts";

/** GitHub gives no bound; names of files and branches stay far below. */
const LONGEST_PATTERN = 512;

/** A pattern of a filter, ready to match whole names, or the reason why it has no documented meaning. */
export type Matcher =
  | { readonly valid: true; readonly negated: boolean; readonly matches: (name: string) => boolean }
  | { readonly valid: false; readonly reason: string };

/** Compiles a pattern of `branches`, `tags` or `paths`. A leading `!` makes it negated. */
export function compilePattern(pattern: string): Matcher {
  if (pattern.length > LONGEST_PATTERN) return { valid: false, reason: `it is longer than ${LONGEST_PATTERN} characters` };
  const negated = pattern.startsWith("!");
  const tokens = readPattern(negated ? pattern.slice(1) : pattern);
  if (typeof tokens === "string") return { valid: false, reason: tokens };
  return { valid: true, negated, matches: matchesOf(tokens) };
}

/** Most patterns are a literal around one wildcard: string comparison decides them, and rules out most names for the others. */
function matchesOf(tokens: readonly Token[]): (name: string) => boolean {
  const before = literalRun(tokens);
  const prefix = before.join("");
  if (before.length === tokens.length) return (name) => name === prefix;
  const after = literalRun([...tokens].reverse()).reverse();
  const middle = tokens.slice(before.length, tokens.length - after.length);
  const suffix = after.join("");
  const around = (name: string) =>
    name.length >= prefix.length + suffix.length && name.startsWith(prefix) && name.endsWith(suffix);
  const wildcard = middle.length === 1 ? middle[0]?.kind : undefined;
  if (wildcard === "globstar") return around;
  if (wildcard === "star") return (name) => around(name) && !name.slice(prefix.length, name.length - suffix.length).includes("/");
  if (wildcard === "folders") return (name) => around(name) && endsFolder(name.slice(prefix.length, name.length - suffix.length));
  const matches = automatonOf(tokens);
  return (name) => around(name) && matches(name);
}

function endsFolder(between: string): boolean {
  return between === "" || between.endsWith("/");
}

function literalRun(tokens: readonly Token[]): string[] {
  const end = tokens.findIndex((token) => token.kind !== "literal" || token.quantifier !== "");
  return tokens.slice(0, end < 0 ? tokens.length : end).map((token) => token.text);
}
