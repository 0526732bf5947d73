export { type Difference, differences } from "./differences.ts";
export { renderJson } from "./json.ts";
export { buildReport, openChecks, type Report, type StrategyReport, type Unseen } from "./report.ts";
export { renderTerminal, type TerminalOptions } from "./terminal.ts";
