export { canonicalJson, canonicalSnapshot, digestBytes, digestJson, digestText } from "./digest.ts";
export { AssureError, type AssureErrorCode } from "./error.ts";
export { type Fact, type Observed, observed } from "./fact.ts";
export type { AssuranceCase, Claim, EvidenceLink, Problem, Statement, Strategy, SummaryRow } from "./generated/case.ts";
export type { CheckResult, ClaimResult, Location, MissingFact, Results, RollUp, Verdict } from "./generated/results.ts";
export type {
  Badge,
  Blind,
  Channel,
  Command,
  CommitAt,
  CommitList,
  CommitsSince,
  CompositeAction,
  Condition,
  ContinueOnError,
  DefaultBranch,
  Dependabot,
  Directive,
  Examples,
  ExemptFiles,
  Facts,
  FilterResult,
  Image,
  Job,
  Maintainers,
  Manifests,
  Mentions,
  PathFilter,
  Pattern,
  Permissions,
  Provenance,
  Renovate,
  Repository,
  SecretRead,
  Section,
  SectionStatement,
  Snapshot,
  Step,
  Subject,
  Tags,
  Target,
  Trigger,
  Use,
  Workflow,
} from "./generated/snapshot.ts";
export type { Vocabulary } from "./generated/vocabulary.ts";
export type { Manifest } from "./manifest.ts";
export { comparePlaces, type Place, sortedPlaces } from "./place.ts";
