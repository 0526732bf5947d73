import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { metadata, samplePolicies } from "../test/sample.ts";
import { compilePolicies } from "./bundle.ts";
import { workspace } from "./paths.ts";

const file = "cases/sample/c1_1/c1_1.rego";
const body =
  'package cases.sample.c1_1\n\nimport data.lib\n\noutcomes contains lib.pass("holds", "fine", []) if input.facts.tags.value.count > 0\n';

async function compiled(files: Readonly<Record<string, string>>): Promise<string> {
  const out = join(mkdtempSync(join(tmpdir(), "assurance-case-bundle-")), "bundle");
  await compilePolicies({ policies: samplePolicies(files), schemas: workspace.schemas, out });
  return out;
}

test("two builds give the same bytes", async () => {
  const [one, two] = await Promise.all([compiled({ [file]: metadata() + body }), compiled({ [file]: metadata() + body })]);
  for (const name of ["policy.wasm", "data.json", "manifest.json"])
    expect(readFileSync(join(one, name)).equals(readFileSync(join(two, name)))).toBe(true);
  expect(JSON.parse(readFileSync(join(one, "manifest.json"), "utf8"))).toMatchObject({
    schemaVersion: 1,
    snapshotSchemaVersion: 1,
  });
}, 60_000);

test("tests do not reach the bundle", async () => {
  const sneaky = 'package cases.sample.c1_1_test\n\nimport data.lib\n\noutcomes contains lib.pass("holds", "from a test", [])\n';
  const [without, with_] = await Promise.all([
    compiled({ [file]: metadata() + body }),
    compiled({ [file]: metadata() + body, "cases/sample/c1_1/c1_1_test.rego": sneaky }),
  ]);
  expect(readFileSync(join(with_, "policy.wasm")).equals(readFileSync(join(without, "policy.wasm")))).toBe(true);
}, 60_000);

describe("a policy is refused for", () => {
  const policy = (expression: string): string =>
    `${metadata()}package cases.sample.c1_1\n\nimport data.lib\n\noutcomes contains lib.pass("holds", "fine", []) if ${expression}\n`;
  test.each([
    ["a misspelt fact", policy("input.facts.tag.value.count > 0"), /undefined ref: input\.facts\.tag/u],
    ["a misspelt field", policy("input.facts.tags.value.counts > 0"), /undefined ref/u],
    ["provenance", policy('input.provenance.tool == ""'), /undefined ref/u],
    ["sprintf", policy('sprintf("%d", [1]) == ""'), /undefined function sprintf/u],
    ["a clock", policy("time.now_ns() > 0"), /undefined function time\.now_ns/u],
    ["the network", policy('http.send({"url": ""})'), /undefined function http\.send/u],
    ["no METADATA", body, /package cases\.sample\.c1_1 has no METADATA/u],
    [
      "a fact that is not in the snapshot",
      metadata("facts: [tag]") + body,
      /policies\/cases\/sample\/c1_1\/c1_1\.rego:\d+: check holds: the snapshot has no fact 'tag'/u,
    ],
    ["no facts", metadata("facts: []") + body, /check holds: 'facts' must name/u],
    ["a word that is not known", metadata("facts: [tags]", "\n#   check: x") + body, /'check' is not known here/u],
    [
      "an unknown each",
      metadata("{facts: [tags], each: file}".slice(1, -1).replace(", ", "\n#       ")) + body,
      /'each' must be one of/u,
    ],
    [
      "another claim's folder",
      (metadata() + body).replace("claim: C1.1", "claim: C1.2"),
      /claim C1\.2 must not stand in the folder c1_1/u,
    ],
    [
      "another package",
      (metadata() + body).replace("package cases.sample.c1_1", "package cases.sample.c1_2"),
      /its package must be cases\.sample\.c1_1/u,
    ],
  ])(
    "%s",
    async (_, text, message) => {
      await expect(compiled({ [file]: text })).rejects.toThrow(message);
    },
    60_000,
  );
});
