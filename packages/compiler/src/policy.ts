/** What the METADATA of a claim's policy declares: data.policies.<set>.<claim> of the policies. */
export interface DeclaredPolicy {
  /** The folder, which is the last part of its package. */
  readonly package: string;
  readonly claim: string;
  readonly strategy: string;
  readonly title: string;
  readonly description: string;
  /** Digest of the statement that the policy was written for. */
  readonly statement: string;
  readonly criteria: readonly DeclaredCriterion[];
  readonly checks: Readonly<Record<string, DeclaredCheck>>;
}

export interface DeclaredCriterion {
  readonly id: string;
  readonly relation: "supports" | "partial" | "contradicts";
}

export interface DeclaredCheck {
  readonly title: string;
  readonly weight: "required" | "advisory";
  readonly grade: "observed" | "declared" | "attested";
  /** Facts without which it cannot be told. */
  readonly facts: readonly string[];
  /** What it is made for each of. */
  readonly each?: "section" | "workflow" | "path";
  readonly remedy: string;
}

/** Policies by set (the case they are written for) and claim. */
export type DeclaredPolicies = Readonly<Record<string, Readonly<Record<string, DeclaredPolicy>>>>;
