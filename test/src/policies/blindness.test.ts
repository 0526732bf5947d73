import type { Bundle } from "@assurance-case/evaluator";
import type { ClaimResult, Snapshot } from "@assurance-case/model";
import { firstViolation } from "@assurance-case/model/validate";
import { beforeAll, expect, test } from "vitest";
import { below, claimFolders, claimResult, examples, mutationsOf, type Patch, patched, workspaceBundle } from "./examples.ts";

// What can stand in the place of a fact that was not seen. 'absent' is an observation, and not among them.
const unseen: readonly unknown[] = [
  { status: "forbidden", permission: "administration:read" },
  { status: "unavailable", reason: "it is not to be seen from here" },
  { status: "error", reason: "looking failed" },
  { status: "not-collected" },
  { status: "no status of ours" },
  { status: "observed" },
  ...[null, "", "words", 0, 1, true, [], [[]], [{}], {}].flatMap((value) => [value, { status: "observed", value }]),
];

interface Base {
  readonly title: string;
  readonly snapshot: Snapshot;
  readonly instead: readonly unknown[];
}

// Mutations are many: each with the fact that violates it put out of sight, in the few ways that differ most.
const bases: readonly Base[] = [
  ...examples.map(({ title, snapshot }) => ({ title, snapshot, instead: unseen })),
  ...claimFolders.flatMap((claim) =>
    mutationsOf(claim).map(({ title, snapshot }) => ({
      title: `${claim}: ${title}`,
      snapshot,
      instead: [{ status: "not-collected" }, { status: "observed", value: {} }],
    })),
  ),
];

let bundle: Bundle;
beforeAll(async () => {
  bundle = await workspaceBundle();
});

test.each(bases)("$title: what is not seen supports nothing", ({ snapshot, instead }) => {
  const before = claimResult(bundle, snapshot);
  const wrong = envelopes(snapshot.facts, "/facts").flatMap((path) =>
    blinded(path, instead).flatMap((patch) => {
      const blind = patched(snapshot, patch);
      const found = gains(before, claimResult(bundle, blind));
      return found.length === 0 || isObservation(patch, blind) ? [] : found.map((gain) => `${JSON.stringify(patch)}: ${gain}`);
    }),
  );
  expect(wrong).toEqual([]);
});

function blinded(path: string, instead: readonly unknown[]): readonly Patch[] {
  return [{ path, remove: true }, ...instead.map((value) => ({ path, value }))];
}

/** Whether it was seen: a value that the schema allows, such as a script without commands, or no such workflow or action in the list of all. */
function isObservation(patch: Patch, blind: Snapshot): boolean {
  if ("remove" in patch) return /^\/facts\/workflows\/value\/(?:files|actions)\/[^/]+$/u.test(patch.path);
  const value = "value" in patch ? patch.value : undefined;
  const observed = typeof value === "object" && value !== null && "status" in value && value.status === "observed";
  return observed && firstViolation("snapshot", blind) === undefined;
}

/** Places of every object with a status below a value, itself included. */
function envelopes(value: unknown, path: string): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  const inside = Object.entries(value).flatMap(([key, each]) => envelopes(each, below(path, key)));
  return "status" in value ? [path, ...inside] : inside;
}

/** What blindness must not bring about. */
function gains(before: ClaimResult, after: ClaimResult): readonly string[] {
  const verdict = after.verdict === "supported" && before.verdict !== "supported" ? ["the claim is supported"] : [];
  const checks = before.checks.flatMap(({ id, outcome, weight }) => {
    const check = after.checks.find((each) => each.id === id);
    if (check === undefined) return [`${id} is gone`];
    const gained = weight === "required" && check.outcome === "pass" && outcome !== "pass";
    return gained ? [`${id} passes: ${check.message}`] : [];
  });
  return [...verdict, ...checks];
}
