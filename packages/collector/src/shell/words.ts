import type { Command, Word } from "unbash";
import { staticText } from "./word.ts";

/** A command is asked for its words by each that walks past it. */
const known = new WeakMap<Command, readonly (string | null)[]>();

/** The words of a simple command, its name first; null for those that are computed. `$?` stays as it is: it is the exit in question. */
export function wordsOf(command: Command): readonly (string | null)[] {
  const words = known.get(command) ?? readWords(command);
  known.set(command, words);
  return words;
}

function readWords(command: Command): readonly (string | null)[] {
  const args = command.args.map((arg) => (arg.type === "Assignment" ? assignmentText(arg.text, arg.value) : textOf(arg)));
  return command.name === undefined ? args : [textOf(command.name), ...args];
}

function textOf(word: Word): string | null {
  const status = /^"?\$(?:\?|\{\?\})"?$/.test(word.text);
  return status ? "$?" : staticText(word);
}

/** NAME=value among the arguments, as of `env` and `make`. */
function assignmentText(text: string, value: { readonly type: string } | Word): string | null {
  if (!("text" in value) || value.type !== "Word") return null;
  const plain = staticText(value);
  return plain === null ? null : text.slice(0, text.length - value.text.length) + plain;
}
