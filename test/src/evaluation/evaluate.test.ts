import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compilePolicies, runOpa, workspace } from "@assurance-case/compiler";
import { type Bundle, evaluate, loadBundle, parseSnapshot } from "@assurance-case/evaluator";
import { digestJson, type Snapshot } from "@assurance-case/model";
import { firstViolation } from "@assurance-case/model/validate";
import { beforeAll, expect, test } from "vitest";
import { metadata, samplePolicies, statement } from "../../../packages/compiler/test/sample.ts";

const holds = `${metadata()}package cases.sample.c1_1

import data.lib

outcomes contains lib.pass("holds", $"{input.facts.tags.value.count} tags", {lib.at("b c.md", 2), lib.at("a.go", 9), lib.at("a.go", 1)})
`;
// Two values for one rule: OPA ends the whole evaluation.
const throws = `${metadata().replace("C1.1", "C1.2")}package cases.sample.c1_2

import data.lib

torn := 1 if input.facts.tags.status

torn := 2 if input.facts.tags.status

outcomes contains lib.pass("holds", $"{torn}", [])
`;

const at = { evaluatedAt: "2026-01-02" };
let folder: string;
let bundle: Bundle;

beforeAll(async () => {
  folder = join(mkdtempSync(join(tmpdir(), "assurance-case-evaluator-")), "bundle");
  const policies = samplePolicies({ "cases/sample/c1_1/c1_1.rego": holds, "cases/sample/c1_2/c1_2.rego": throws });
  await compilePolicies({ policies, schemas: workspace.schemas, out: folder });
  bundle = await loadBundle(folder);
}, 60_000);

function snapshotOf(ids: readonly string[], tags: unknown = { status: "observed", value: { count: 3, tags: [] } }): Snapshot {
  const id = "b".repeat(40);
  const names = [
    "repository",
    "default_branch",
    "targets",
    "workflows",
    "path_filters",
    "modules",
    "generate",
    "case_history",
    "claim_history",
    "branch_rules",
    "code_scanning_rules",
    "maintainers",
    "dependabot",
    "renovate",
    "manifests",
    "examples",
    "evidence_changes",
    "organization",
    "pull_requests",
    "case_reviews",
    "advisories",
    "vulnerability_reporting",
    "security_settings",
    "actions_settings",
    "check_apps",
    "codeowners",
    "badge_entry",
  ];
  const claims = ids.map((claim) => ({ id: claim, strategy: "S1", line: 3, column: 1, statementDigest: statement, links: [] }));
  return {
    schemaVersion: 1,
    subject: {
      repository: "https://github.com/o/n",
      commit: id,
      tree: id,
      authoredAt: "2026-01-01T00:00:00Z",
      committedAt: "2026-01-01T00:00:00Z",
    },
    vocabulary: bundle.vocabularyDigest,
    case: {
      format: "strategy-claim-evidence",
      path: "case.md",
      digest: statement,
      title: "Case",
      strategies: [{ id: "S1", title: "One", line: 1, column: 1 }],
      claims,
      summary: [],
      threatModel: [],
      assumptions: [],
      reviewRules: [],
      residualRisks: [],
      problems: [{ code: "case/x", message: "x", path: "case.md", line: 4, column: 1 }],
    },
    facts: { ...Object.fromEntries(names.map((name) => [name, { status: "not-collected" }])), tags },
  } as unknown as Snapshot;
}

test("results keep to their schema, in order, with addresses", () => {
  const { results, failedClaims } = evaluate(bundle, snapshotOf(["C1.1"]), at);
  expect(firstViolation("results", results)).toBeUndefined();
  expect(failedClaims).toEqual([]);
  const base = `https://github.com/o/n/blob/${"b".repeat(40)}`;
  expect(results.claims[0]?.checks[0]?.locations).toEqual([
    { path: "a.go", line: 1, url: `${base}/a.go#L1` },
    { path: "a.go", line: 9, url: `${base}/a.go#L9` },
    { path: "b c.md", line: 2, url: `${base}/b%20c.md?plain=1#L2` },
  ]);
  expect(results.case.problems[0]).toMatchObject({ url: `${base}/case.md?plain=1#L4` });
  expect(results.goal).toMatchObject({ verdict: "supported", counts: { supported: 1 } });
});

test("WebAssembly and OPA give the same", async () => {
  const snapshot = snapshotOf(["C1.1", "C9"]);
  const { results } = evaluate(bundle, snapshot, at);
  const policies = samplePolicies({ "cases/sample/c1_1/c1_1.rego": holds });
  const args = ["eval", "--format", "raw", "--stdin-input", "--bundle", ".", "data.main.results"];
  const run = await runOpa(args, { cwd: withData(policies), input: JSON.stringify({ ...snapshot, ...at }) });
  const native = { ...bundle, policy: { evaluate: () => JSON.parse(run.stdout) as unknown } };
  expect(evaluate(native, snapshot, at).results).toEqual(results);
});

function withData(policies: string): string {
  const { policies: declared } = JSON.parse(readFileSync(join(folder, "data.json"), "utf8")) as { policies: unknown };
  writeFileSync(join(policies, "data.json"), JSON.stringify({ policies: declared }));
  return policies;
}

test("a policy that throws takes no other claim with it", () => {
  const { results, failedClaims } = evaluate(bundle, snapshotOf(["C1.1", "C1.2"]), at);
  expect(failedClaims).toEqual(["C1.2"]);
  expect(results.claims.map((claim) => claim.verdict)).toEqual(["supported", "undetermined"]);
  expect(results.claims[1]?.checks[0]).toMatchObject({
    outcome: "unknown",
    message: "The policy failed while it was evaluated.",
  });
});

test.each([
  null,
  1,
  "observed",
  [],
  {},
  { status: "observed" },
  { status: "observed", value: null },
  { status: "observed", value: 1 },
  { status: "forbidden" },
])("the fact %j is unknown, never supported", (tags) => {
  const { results } = evaluate(bundle, snapshotOf(["C1.1"], tags), at);
  expect(results.claims[0]).toMatchObject({ verdict: "undetermined", checks: [{ id: "holds", outcome: "unknown" }] });
});

test("half a surrogate pair does not end the evaluation", () => {
  const snapshot = snapshotOf(["C1.1"], { status: "error", reason: "\ud800" });
  expect(evaluate(bundle, snapshot, at).results.claims[0]?.checks[0]?.missing[0]?.reason).toBe("\ufffd");
});

test("a case without claims is an error", () => {
  expect(() => evaluate(bundle, snapshotOf([]), at)).toThrow(expect.objectContaining({ code: "evaluate/nothing-assessed" }));
});

test("a snapshot of another vocabulary is refused", () => {
  const other = { ...snapshotOf(["C1.1"]), vocabulary: digestJson({}) };
  expect(() => evaluate(bundle, other, at)).toThrow(expect.objectContaining({ code: "input/bundle-mismatch" }));
});

test("a bundle that was changed is refused", async () => {
  const copy = mkdtempSync(join(tmpdir(), "assurance-case-changed-"));
  for (const name of ["policy.wasm", "data.json", "manifest.json"])
    writeFileSync(join(copy, name), readFileSync(join(folder, name)));
  await expect(loadBundle(copy)).resolves.toBeDefined();
  writeFileSync(join(copy, "data.json"), `${readFileSync(join(copy, "data.json"), "utf8")} `);
  await expect(loadBundle(copy)).rejects.toMatchObject({ code: "input/invalid-bundle" });
  await expect(loadBundle(join(copy, "nowhere"))).rejects.toMatchObject({ code: "input/invalid-bundle" });
});

test("a snapshot survives the way through a file", async () => {
  const snapshot = snapshotOf(["C1.1"]);
  expect(await parseSnapshot(`\uFEFF${JSON.stringify(snapshot)}`)).toEqual(snapshot);
});
