import type { Results } from "@assurance-case/model";
import { buildReport, renderJson, renderTerminal } from "@assurance-case/reporter";
import type { Io } from "./io.ts";

export interface ReportOptions {
  readonly json?: boolean;
  readonly verbose?: boolean;
  readonly color?: boolean;
  readonly output?: string;
}

const DEFAULT_WIDTH = 100;

/** The results in the form that was asked for. Colour is for a terminal only, and NO_COLOR refuses it. */
export function renderResults(io: Io, results: Results, options: ReportOptions): string {
  if (options.json === true) return renderJson(results);
  const toTerminal = io.stdout.isTerminal && options.output === undefined;
  const color = toTerminal && options.color !== false && (io.env["NO_COLOR"] ?? "") === "";
  const width = (toTerminal && io.stdout.columns) || DEFAULT_WIDTH;
  return renderTerminal(buildReport(results), { color, width, verbose: options.verbose === true });
}
