export { type CompileOptions, compilePolicies } from "./bundle.ts";
export { findOpa, opaVersion, runOpa } from "./opa.ts";
export { workspace } from "./paths.ts";
export type { DeclaredCheck, DeclaredCriterion, DeclaredPolicies, DeclaredPolicy } from "./policy.ts";
export type { Sources } from "./prepare.ts";
export type { Run, RunOptions } from "./run.ts";
export { testPolicies } from "./test-policies.ts";
