import type { SecretRead } from "@assurance-case/model";
import type { Node } from "./yaml.ts";

/** The token that GitHub gives each run is read as a secret, or as github.token. */
const TOKEN = "GITHUB_TOKEN";
/** It does not end inside of a text of its own; one without an end goes on to the end of the scalar. */
const EXPRESSION = /\$\{\{((?:'[^']*'|(?!\}\})[\s\S])*)(?:\}\}|$)/g;
/** Texts of expressions, names, and whatever stands between: https://docs.github.com/en/actions/reference/workflows-and-actions/expressions */
const TOKENS = /'(?:[^']|'')*'?|[A-Za-z_][\w-]*|\S/g;
const MAX_SECRETS = 50;

/**
 * The secrets that a workflow or an action reads, by name in upper case, each where it is first read; null for what is
 * computed, or all of them. GitHub reads names in any case.
 */
export function secretsOf(root: Node): SecretRead[] {
  const found = new Map<string | null, number>();
  for (const { text, line, isCondition } of scalarsOf(root, false)) {
    for (const name of isCondition ? namesIn(text) : namesInText(text)) {
      found.set(name, Math.min(found.get(name) ?? line, line));
    }
  }
  for (const line of inheriting(root)) found.set(null, Math.min(found.get(null) ?? line, line));
  return [...found]
    .map(([name, line]) => ({ name, line }))
    .sort((one, other) => one.line - other.line || ((one.name ?? "") < (other.name ?? "") ? -1 : 1))
    .slice(0, MAX_SECRETS);
}

interface ScalarAt {
  readonly text: string;
  readonly line: number;
  /** `if:` is an expression without being written as one. */
  readonly isCondition: boolean;
}

function scalarsOf(node: Node, isCondition: boolean): readonly ScalarAt[] {
  if (node.kind === "scalar") return [{ text: node.text, line: node.line, isCondition }];
  if (node.kind === "sequence") return node.items.flatMap((item) => scalarsOf(item, false));
  return [...node.entries].flatMap(([key, { value }]) => scalarsOf(value, key === "if"));
}

/** Jobs that hand all secrets on. */
function inheriting(root: Node): readonly number[] {
  const jobs = root.kind === "mapping" ? root.entries.get("jobs")?.value : undefined;
  if (jobs?.kind !== "mapping") return [];
  return [...jobs.entries.values()].flatMap(({ value: job }) => {
    const secrets = job.kind === "mapping" ? job.entries.get("secrets")?.value : undefined;
    return secrets?.kind === "scalar" && secrets.text === "inherit" ? [secrets.line] : [];
  });
}

function namesInText(text: string): readonly (string | null)[] {
  return [...text.matchAll(EXPRESSION)].flatMap(([, expression = ""]) => namesIn(expression));
}

function namesIn(expression: string): readonly (string | null)[] {
  const tokens = expression.replace(EXPRESSION, "$1").match(TOKENS) ?? [];
  return tokens.flatMap((token, at) => {
    if (tokens[at - 1] === ".") return [];
    const context = token.toLowerCase();
    if (context === "secrets") return [memberOf(tokens, at)];
    return context === "github" && memberOf(tokens, at) === "TOKEN" ? [TOKEN] : [];
  });
}

/** The member that is read of a context: `.NAME` or `['NAME']`; null for any other use of it. */
function memberOf(tokens: readonly string[], at: number): string | null {
  const [first, second = "", third] = tokens.slice(at + 1, at + 4);
  if (first === "." && /^[A-Za-z_]/.test(second)) return second.toUpperCase();
  const quoted = /^'([^']*)'$/.exec(second)?.[1];
  return first === "[" && third === "]" && quoted !== undefined ? quoted.toUpperCase() : null;
}
