import type { Blind } from "./generated/snapshot.ts";

/** A fact with its value. */
export interface Observed<T> {
  readonly status: "observed";
  readonly value: T;
}

/** One thing observed of a repository, or why it was not. */
export type Fact<T> = Observed<T> | Blind;

export function observed<T>(value: T): Observed<T> {
  return { status: "observed", value };
}
