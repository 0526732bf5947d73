import { join } from "node:path";
import { runOpa, workspace } from "@assurance-case/compiler";
import { type Bundle, evaluate } from "@assurance-case/evaluator";
import { canonicalJson } from "@assurance-case/model";
import { firstViolation } from "@assurance-case/model/validate";
import { beforeAll, describe, expect, test } from "vitest";
import { claimFolders, evaluatedAt, examples, workspaceBundle } from "./examples.ts";

let bundle: Bundle;
beforeAll(async () => {
  bundle = await workspaceBundle();
});

test.each(claimFolders)("%s has an example of each verdict", (claim) => {
  const verdicts = examples.filter((example) => example.claim === claim).map(({ verdict }) => verdict);
  expect(verdicts).toEqual(["supported", "undetermined", "violated"]);
});

describe.each(examples)("$title", ({ snapshot, verdict }) => {
  test("is a valid snapshot", () => {
    expect(firstViolation("snapshot", snapshot)).toBeUndefined();
  });

  test("was read with the vocabulary of the policies", () => {
    expect(snapshot.vocabulary, `write ${bundle.vocabularyDigest} as its 'vocabulary'`).toBe(bundle.vocabularyDigest);
  });

  test("has the verdict of its name", () => {
    const { results, failedClaims } = evaluate(bundle, snapshot, { evaluatedAt });
    expect(failedClaims).toEqual([]);
    expect(results.claims.map((claim) => claim.verdict)).toEqual([verdict]);
  });
});

test("WebAssembly and OPA say the same", async () => {
  const inputs = examples.map(({ snapshot }) => ({ ...snapshot, evaluatedAt, skip: [] }));
  const query = "[result | some each in input; result := data.main.results with input as each]";
  const policies = ["--data", workspace.policies, "--ignore", "*_test.rego", "--ignore", "*.json"];
  const args = ["eval", "--format", "values", ...policies, "--data", join(workspace.out, "data.json"), "--stdin-input", query];
  const { code, stdout, stderr } = await runOpa(args, { input: JSON.stringify(inputs) });
  expect(stderr).toBe("");
  expect(code).toBe(0);
  const [native = []] = JSON.parse(stdout) as readonly (readonly unknown[])[];
  const web = inputs.map((input) => bundle.policy.evaluate(JSON.stringify(input)));
  expect(native.map(sorted)).toEqual(web.map(sorted));
});

/** Lists in one order: sets come out of WebAssembly in none. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted).sort((a, b) => (canonicalJson(a) < canonicalJson(b) ? -1 : 1));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, sorted(each)]));
}
