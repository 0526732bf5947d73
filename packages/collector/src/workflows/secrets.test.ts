// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are expressions of GitHub.
import fc from "fast-check";
import { expect, it } from "vitest";
import { secretsOf } from "./secrets.ts";
import { parseYaml } from "./yaml.ts";

const namesOf = (yaml: string): readonly (string | null)[] => secretsOf(parseYaml(yaml)).map(({ name }) => name);

it.each([
  ["a: ${{ secrets.DEPLOY_KEY }}", ["DEPLOY_KEY"]],
  ["a: ${{ SECRETS.deploy_key }}", ["DEPLOY_KEY"]],
  ["a: ${{ secrets['DEPLOY_KEY'] }}", ["DEPLOY_KEY"]],
  ["a: ${{ secrets [ 'x' ] }}", ["X"]],
  ["a: ${{ secrets.GITHUB_TOKEN }}", ["GITHUB_TOKEN"]],
  ["a: ${{ github.token }}", ["GITHUB_TOKEN"]],
  ["a: ${{ github['token'] }}", ["GITHUB_TOKEN"]],
  ["a: ${{ github.ref_name }}", []],
  ["a: ${{ secrets[inputs.name] }}", [null]],
  ["a: ${{ secrets[format('{0}_KEY', matrix.x)] }}", [null]],
  ["a: ${{ toJSON(secrets) }}", [null]],
  ["a: ${{ secrets.* }}", [null]],
  ["a: ${{ format('}}{0}', secrets.HIDDEN) }}", ["HIDDEN"]],
  ["a: ${{ 'secrets.TEXT' }}", []],
  ["a: ${{ vars.NAME }} ${{ inputs.secrets }} ${{ needs.secrets.outputs.x }}", []],
  ["a: secrets.NOT_READ", []],
  ["if: secrets.X != ''", ["X"]],
  ["if: ${{ secrets.X != '' }}", ["X"]],
  ["a: '${{ secrets.X'", ["X"]],
  ["run: |\n  echo ${{ secrets.A }}\n  # ${{ secrets.B }}", ["A", "B"]],
  ["# ${{ secrets.X }}\na: b", []],
  ["a: [{ b: '${{ secrets.X }}' }]", ["X"]],
  ["jobs:\n  call:\n    uses: ./x.yml\n    secrets: inherit", [null]],
  ["jobs:\n  call:\n    secrets:\n      key: ${{ secrets.X }}", ["X"]],
  ["on:\n  workflow_call:\n    secrets:\n      key:\n        required: true", []],
])("of %j", (yaml, names) => {
  expect(namesOf(yaml)).toEqual(names);
});

it("stand where they are first read", () => {
  expect(secretsOf(parseYaml("a: ${{ secrets.X }}\nb: ${{ secrets.Y }}\nc: ${{ secrets.x }}"))).toEqual([
    { name: "X", line: 1 },
    { name: "Y", line: 2 },
  ]);
});

it("are found in any expression, and in linear time", () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[A-Z][A-Z0-9_]{0,20}$/),
      fc.stringMatching(/^(?:'[^'\n]*'|[ a-z,()&|!=])*$/),
      (name, before) => {
        const text = JSON.stringify(`\${{ ${before} secrets.${name} }}`);
        expect(namesOf(`a: ${text}`)).toContain(name);
      },
    ),
  );
  expect(namesOf(`a: "${"${{ ' ".repeat(20_000)}"`)).toEqual([]);
});
