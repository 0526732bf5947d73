import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const packages = new URL("../../packages/", import.meta.url);
const foundations = ["@assurance-case/markdown", "@assurance-case/model"];

interface Manifest {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const manifests = readdirSync(packages).map(
  (folder) => JSON.parse(readFileSync(new URL(`${folder}/package.json`, packages), "utf8")) as Manifest,
);
const ours = new Set(manifests.map(({ name }) => name));

test.each(manifests.filter(({ name }) => name !== "assurance-case"))("$name stands on the foundations alone", (manifest) => {
  const arrows = Object.keys(manifest.dependencies ?? {}).filter((name) => ours.has(name));
  const allowed = foundations.includes(manifest.name) ? [] : foundations;
  expect(arrows.filter((name) => !allowed.includes(name))).toEqual([]);
});
