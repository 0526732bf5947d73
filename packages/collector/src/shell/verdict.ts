import type { Command } from "@assurance-case/model";

/** What a failure of something comes to, and what decides it. */
export interface Verdict {
  readonly exit: Command["exit"];
  readonly by?: NonNullable<Command["exitBy"]>;
}

export type Decider = NonNullable<Command["exitBy"]>;

export const PROPAGATES: Verdict = { exit: "propagates" };

export function swallowed(by: Decider): Verdict {
  return { exit: "swallowed", by };
}

export function unknown(by?: Decider): Verdict {
  return by === undefined ? { exit: "unknown" } : { exit: "unknown", by };
}

/** What holds whichever of the verdicts applies: unknown, by the given decider, when they differ. */
export function either(verdicts: readonly Verdict[], by?: Decider): Verdict {
  const [first, ...others] = verdicts;
  if (first === undefined) return unknown(by);
  return others.every((other) => other.exit === first.exit) ? first : unknown(by);
}

/** What becomes of the status of a piece of a script: where it stands decides. */
export interface Frame {
  /** Its status is not zero, and errexit acts where it may. */
  readonly failed: Verdict;
  /** Its status is not zero, but of a kind that errexit lets through: of an `a && b` whose `a` failed. */
  readonly quiet: Verdict;
  /** Its status is zero because something in it failed: `! a`. */
  readonly passed: Verdict;
  /** The shell that it runs in exits with another status than zero. */
  readonly exits: Verdict;
  /** The function that it is in returns another status than zero. */
  readonly returns: Verdict;
  /** Why errexit does nothing here, if so: bash ignores it throughout a condition. */
  readonly ignored?: Decider;
  readonly conditional: boolean;
  /** Whether it runs in a process of its own, whose exit is not the end of the script. */
  readonly inner?: true;
}

/** A frame in which every end comes to the same. */
export function uniform(verdict: Verdict, conditional: boolean): Frame {
  return { failed: verdict, quiet: verdict, passed: verdict, exits: verdict, returns: verdict, conditional };
}

/** The frame of a process of its own, such as `( … )`: however it ends, its status is what is left. */
export function processFrame(frame: Frame, status: Verdict): Frame {
  return { ...frame, failed: status, quiet: status, exits: status, returns: status, inner: true };
}
