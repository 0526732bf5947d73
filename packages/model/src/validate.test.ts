import { expect, test } from "vitest";
import { firstViolation } from "./validate.ts";

test.each([
  [{ terms: { a: [] }, negations: [], options: [], programs: [], inputs: [] }, "/terms/a", /fewer than 1/u],
  [{ terms: {}, negations: [], options: [], programs: [] }, "/", /'inputs'/u],
  [{ terms: {}, negations: [], options: [], programs: [], inputs: [], more: 1 }, "/", /'more'/u],
  [[], "/", /object/u],
])("what is wrong with %j is said, and where", (value, pointer, message) => {
  const violation = firstViolation("vocabulary", value);
  expect(violation?.pointer).toBe(pointer);
  expect(violation?.message).toMatch(message);
});

test("nothing is wrong with a value of the schema", () => {
  expect(firstViolation("vocabulary", { terms: {}, negations: [], options: [], programs: [], inputs: [] })).toBeUndefined();
});
