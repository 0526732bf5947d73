export { type CaseSource, parseCase } from "./parse.ts";
export type { CaseProblemCode } from "./problem.ts";
export { redactCase } from "./redact.ts";
export { type LinkTarget, resolveTarget } from "./target.ts";
