import type { Token } from "./pattern.ts";

interface State {
  readonly accepts: (character: string) => boolean;
  /** States after a character that it accepts. */
  readonly next: readonly number[];
  /** States that are reached without a character. */
  readonly skip: readonly number[];
}

const never = () => false;
const isSlash = (character: string) => character === "/";

/** A matcher of whole names that walks all alternatives at once: its time is bounded by name times pattern. */
export function automatonOf(tokens: readonly Token[]): (name: string) => boolean {
  const states: State[] = [];
  for (const token of tokens) states.push(...statesOf(token, states.length));
  const start = closure([0], states);
  return (name) => {
    let active = start;
    for (const character of name) {
      if (active.size === 0) return false;
      active = closure(step(active, states, character), states);
    }
    return active.has(states.length);
  };
}

function statesOf(token: Token, at: number): readonly State[] {
  const { accepts } = token;
  if (token.kind === "folders") {
    return [
      { accepts: never, next: [], skip: [at + 1, at + 3] },
      { accepts, next: [at + 1], skip: [at + 2] },
      { accepts: isSlash, next: [at + 3], skip: [] },
    ];
  }
  if (token.kind === "star" || token.kind === "globstar") return [{ accepts, next: [at], skip: [at + 1] }];
  if (token.quantifier === "?") return [{ accepts, next: [at + 1], skip: [at + 1] }];
  return [{ accepts, next: token.quantifier === "+" ? [at, at + 1] : [at + 1], skip: [] }];
}

function* step(active: ReadonlySet<number>, states: readonly State[], character: string): Generator<number> {
  for (const at of active) {
    const state = states[at];
    if (state?.accepts(character)) yield* state.next;
  }
}

function closure(from: Iterable<number>, states: readonly State[]): ReadonlySet<number> {
  const reached = new Set(from);
  // A set is walked in the order of insertion, with what is added on the way.
  for (const at of reached) for (const skipped of states[at]?.skip ?? []) reached.add(skipped);
  return reached;
}
