import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { assure } from "../command.ts";
import { materializeWidget } from "../widget.ts";

let folder: string;
let snapshot: string;
let results: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "assure-verify-"));
  [snapshot, results] = [join(folder, "snapshot.json"), join(folder, "results.json")];
  materializeWidget(join(folder, "widget"));
  await assure(["collect", join(folder, "widget"), "-o", snapshot]);
  await assure(["evaluate", snapshot, "--at", "2026-01-02", "--no-fail", "-o", results]);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function changed(change: (text: string) => string): string {
  const file = join(folder, "changed.json");
  writeFileSync(file, change(readFileSync(results, "utf8")));
  return file;
}

test("the same bytes come out again, for the results' own date", async () => {
  const run = await assure(["verify", results, "--snapshot", snapshot]);
  expect(run).toMatchObject({ exitCode: 0, stdout: "same bytes\n", stderr: "" });
});

test("a verdict that was changed is found, with its claim", async () => {
  const file = changed((text) => text.replaceAll('"verdict": "undetermined"', '"verdict": "supported"'));
  const run = await assure(["verify", file, "--snapshot", snapshot]);
  expect(run.exitCode).toBe(3);
  expect(run.stdout).toMatch(/^\/claims\/\d+\(C2\.1\)\/verdict: "supported" -> "undetermined"$/mu);
  expect(run.stderr).toContain("[verify/different]");
});

test("a digest that was changed is found", async () => {
  const file = changed((text) => text.replace(/("bundle": "sha256:)[0-9a-f]{64}/u, `$1${"0".repeat(64)}`));
  const run = await assure(["verify", file, "--snapshot", snapshot, "--json"]);
  expect(run.exitCode).toBe(3);
  expect(JSON.parse(run.stdout)).toMatchObject({ same: false, differences: [{ path: "/digests/bundle" }] });
});

test("the same values in other bytes are not the same bytes", async () => {
  const file = changed((text) => JSON.stringify(JSON.parse(text)));
  const run = await assure(["verify", file, "--snapshot", snapshot]);
  expect(run.exitCode).toBe(3);
  expect(run.stdout).toContain("not the same bytes");
});

test("what is no results file is an input error", async () => {
  expect((await assure(["verify", snapshot, "--snapshot", snapshot])).exitCode).toBe(2);
});
