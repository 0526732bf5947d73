export { type Bundle, loadBundle } from "./bundle.ts";
export { type EvaluateOptions, type Evaluation, evaluate } from "./evaluate.ts";
export { parseResults, parseSnapshot } from "./parse.ts";
