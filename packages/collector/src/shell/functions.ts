import { forEachChild, type ParsedScript, type Function as ShellFunction, type SyntaxNode } from "unbash";
import type { KnownFunction, Source } from "./reading.ts";

/** What a definition has: nearly all scripts do without, and need not be searched. */
const DEFINES = /\bfunction\b|\([\s\\]*\)/u;

/** The functions that a script defines, by name. */
export function functionsOf(script: ParsedScript, source: Source): ReadonlyMap<string, KnownFunction> {
  if (!DEFINES.test(source.text)) return new Map();
  const functions = new Map<string, KnownFunction>();
  for (const { node, certain } of definitionsIn(script)) {
    const others = functions.get(node.name.value)?.definitions ?? [];
    functions.set(node.name.value, { definitions: [...others, node], source, certain: certain && others.length === 0 });
  }
  return functions;
}

interface Definition {
  readonly node: ShellFunction;
  readonly certain: boolean;
}

function definitionsIn(script: ParsedScript): readonly Definition[] {
  const certain = script.commands.flatMap(({ command }) => (command.type === "Function" ? [command] : []));
  const found: Definition[] = [];
  const visit = (node: SyntaxNode): void => {
    if (node.type === "Function") found.push({ node, certain: certain.includes(node) });
    // Another text: positions there are its own.
    if (!("source" in node) || node.source === undefined) forEachChild(node, visit);
  };
  visit(script);
  return found;
}
