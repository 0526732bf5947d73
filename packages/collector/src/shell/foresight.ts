import type { Environment } from "./environment.ts";
import type { Scope } from "./walk.ts";

const SWITCHES = /\b(?:set|shopt|source|eval)\b|(?:^|[\s;&|({])\.\s/;

/**
 * The environment after a piece of the script, whose own commands it decides on too: errexit acts on the status of a
 * function that switched it on, and on the second round of a loop. Walks the piece for that only when it could change it.
 */
export function foresee(
  piece: { readonly pos: number; readonly end: number },
  environment: Environment,
  scope: Scope,
  walk: (future: Environment, scope: Scope) => void,
): Environment {
  const { reading, source } = scope;
  const texts = [...reading.functions.values()].flatMap((known) =>
    known.definitions.map(({ pos, end }) => known.source.text.slice(pos, end)),
  );
  const future = { ...environment };
  if (![source.text.slice(piece.pos, piece.end), ...texts].some((text) => SWITCHES.test(text))) return future;
  walk(future, { ...scope, reading: { ...reading, sightings: new Map(), called: new Set() } });
  return future;
}
