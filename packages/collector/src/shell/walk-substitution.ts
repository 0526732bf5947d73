import type { SyntaxNode } from "unbash";
import type { Environment } from "./environment.ts";
import { checked, lineIn, placeIn, type Source, type Substitution, substitutionsIn } from "./reading.ts";
import { type Frame, processFrame, swallowed, type Verdict } from "./verdict.ts";
import { type Scope, walkStatements } from "./walk.ts";

/** Walks the scripts in words, redirections and tests: their status is lost. */
export function walkSubstitutions(nodes: readonly SyntaxNode[], frame: Frame, environment: Environment, scope: Scope): void {
  for (const node of nodes) {
    for (const substitution of substitutionsIn(node))
      walkSubstitution(substitution, swallowed("substitution"), frame, environment, scope);
  }
}

/** Walks a `$( … )` whose status comes to the given verdict. */
export function walkSubstitution(
  substitution: Substitution,
  status: Verdict,
  frame: Frame,
  environment: Environment,
  scope: Scope,
): void {
  const script = substitution.script;
  if (script === undefined) return;
  const source = script.source === undefined ? scope.source : sourceInside(script.source, substitution.pos, scope.source);
  checked(script, source);
  const inner = processFrame(frame, status);
  walkStatements(script.commands, inner, insideSubstitution(environment), { ...scope, source });
}

/** A text of its own, at a place of the text around it. */
export function sourceInside(text: string, at: number, around: Source): Source {
  return { text, line: lineIn(around, at), at: placeIn(around, at), nested: true };
}

/** Bash clears errexit in `$( … )`: https://www.gnu.org/software/bash/manual/html_node/Command-Execution-Environment.html */
function insideSubstitution(environment: Environment): Environment {
  const cleared = environment.inherited === "off" ? "off" : "unknown";
  return { ...environment, errexit: environment.errexit === "off" ? "off" : cleared };
}
