import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { type AssuranceCase, digestBytes } from "@assurance-case/model";
import { expect, test } from "vitest";
import { parseCase } from "./index.ts";

const fixtures = new URL("../fixtures/", import.meta.url);

function parseFile(file: URL): AssuranceCase {
  const text = readFileSync(file, "utf8");
  return parseCase({ path: "docs/case.md", text, digest: digestBytes(text) });
}

test.each(readdirSync(fixtures))("%s", (scenario) => {
  const folder = new URL(`${scenario}/`, fixtures);
  const actual = `${JSON.stringify(parseFile(new URL("case.md", folder)), null, 2)}\n`;
  const expected = new URL("expected.json", folder);
  if (process.env["UPDATE_FIXTURES"] === "1") writeFileSync(expected, actual);
  expect(JSON.parse(actual)).toEqual(JSON.parse(readFileSync(expected, "utf8")));
});

const dalec = new URL("../../../../shared/case/dalec-assurance-case.md", import.meta.url);
if (!existsSync(dalec)) console.warn(`SKIPPED: the case of Dalec is not at ${dalec.pathname}.`);

test.skipIf(!existsSync(dalec))("the case of Dalec", () => {
  const { goal, strategies, claims, summary, threatModel, assumptions, reviewRules, residualRisks, problems } = parseFile(dalec);
  const counts = { strategies, claims, summary, threatModel, assumptions, reviewRules, residualRisks };
  expect(Object.fromEntries(Object.entries(counts).map(([name, found]) => [name, found.length]))).toEqual({
    strategies: 5,
    claims: 18,
    summary: 18,
    threatModel: 4,
    assumptions: 1,
    reviewRules: 3,
    residualRisks: 1,
  });
  expect(goal?.id).toBe("G0");
  expect(claims.every(({ id, strategy }) => strategy === `S${id.charAt(1)}`)).toBe(true);
  expect(claims.every(({ statement }) => statement?.endsWith(".") && !statement.includes("Evidence"))).toBe(true);
  expect(problems.map(({ code, claim, line }) => [code, claim, line])).toEqual([["case/summary-evidence-differs", "C2.5", 79]]);
});
