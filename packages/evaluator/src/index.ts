export { type Bundle, loadBundle, loadVocabulary } from "./bundle.ts";
export { type EvaluateOptions, type Evaluation, evaluate } from "./evaluate.ts";
export { parseResults, parseSnapshot } from "./parse.ts";
