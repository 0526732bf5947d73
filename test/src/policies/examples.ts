import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { workspace } from "@assurance-case/compiler";
import { type Bundle, loadBundle } from "@assurance-case/evaluator";
import type { ClaimResult, Snapshot } from "@assurance-case/model";

/** The date that the policies are given. */
export const evaluatedAt = "2026-01-15";

export interface Example {
  readonly title: string;
  readonly claim: string;
  /** Its file's name: the verdict that its claim must have. */
  readonly verdict: string;
  readonly snapshot: Snapshot;
}

/** A change of an example, and what must come of it. */
export interface Mutation {
  readonly title: string;
  readonly example: string;
  readonly patch: readonly Patch[];
  readonly verdict: string;
  readonly check: string;
  readonly outcome: string;
}

/** path: a JSON pointer (RFC 6901) from the snapshot's root; "-" stands behind the last of a list. */
export type Patch = { readonly path: string } & ({ readonly value: unknown } | { readonly remove: true });

const folder = join(workspace.policies, "cases");

/** Folders of claims that have examples, such as 'dalec/c2_4'. */
export const claimFolders: readonly string[] = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((path) => basename(path) === "examples")
  .map((path) => path.slice(0, -"/examples".length))
  .sort();

export const examples: readonly Example[] = claimFolders.flatMap((claim) =>
  readdirSync(join(folder, claim, "examples"))
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => ({
      title: `${claim} ${basename(file, ".json")}`,
      claim,
      verdict: basename(file, ".json"),
      snapshot: readJson(join(folder, claim, "examples", file)) as Snapshot,
    })),
);

/** The mutations of a claim, each with the snapshot that it makes. */
export function mutationsOf(claim: string): readonly (Mutation & { readonly snapshot: Snapshot })[] {
  const mutations = readJson(join(folder, claim, "mutations.json")) as readonly Mutation[];
  return mutations.map((mutation) => {
    const example = examples.find((each) => each.claim === claim && each.verdict === mutation.example);
    if (example === undefined) throw new Error(`${claim} has no example '${mutation.example}'`);
    return { ...mutation, snapshot: mutation.patch.reduce(patched, example.snapshot) };
  });
}

/** A value with one place of it set or removed; the rest is shared. */
export function patched<T>(value: T, patch: Patch): T {
  const keys = patch.path.split("/").slice(1);
  return changed(
    value,
    keys.map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~")),
    patch,
  ) as T;
}

/** A JSON pointer to something below the place of another. */
export function below(path: string, key: string): string {
  return `${path}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

function changed(value: unknown, [key = "", ...rest]: readonly string[], patch: Patch): unknown {
  if (Array.isArray(value)) {
    const at = key === "-" ? value.length : Number(key);
    if (rest.length > 0) return value.with(at, changed(value[at], rest, patch));
    return "value" in patch ? [...value.slice(0, at), patch.value, ...value.slice(at + 1)] : value.toSpliced(at, 1);
  }
  if (typeof value !== "object" || value === null) throw new Error(`nothing stands at ${patch.path}`);
  const entries = value as Readonly<Record<string, unknown>>;
  if (rest.length > 0) return { ...entries, [key]: changed(entries[key], rest, patch) };
  if ("value" in patch) return { ...entries, [key]: patch.value };
  return Object.fromEntries(Object.entries(entries).filter(([name]) => name !== key));
}

/** The bundle that the workspace's build makes. */
export function workspaceBundle(): Promise<Bundle> {
  return loadBundle(workspace.out);
}

/** What the policies say of the one claim of an input, which need not be a valid snapshot. Throws when they fail. */
export function claimResult(bundle: Bundle, snapshot: unknown): ClaimResult {
  const input = { ...(snapshot as object), evaluatedAt, skip: [] };
  const { claims } = bundle.policy.evaluate(JSON.stringify(input)) as { readonly claims: readonly ClaimResult[] };
  const [claim, ...others] = claims;
  if (claim === undefined || others.length > 0) throw new Error(`an example has one claim, and this has ${claims.length}`);
  return claim;
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}
