import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { claimPages } from "./claim-pages.ts";

const folder = new URL("../../../docs/claims/", import.meta.url);

test("docs/claims says what the policies' METADATA says: write it with pnpm docs", () => {
  const written = new Map(readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), "utf8")]));
  expect(Object.fromEntries(written)).toEqual(Object.fromEntries(claimPages()));
});
