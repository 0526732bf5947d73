export { type Bundle, loadBundle } from "./bundle.ts";
export { type EvaluateOptions, type Evaluation, evaluate } from "./evaluate.ts";
export { parseJson } from "./json.ts";
export { parseSnapshot } from "./snapshot.ts";
