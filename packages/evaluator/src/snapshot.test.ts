import { expect, test } from "vitest";
import { parseSnapshot } from "./snapshot.ts";

test.each([
  ['{"a":1,}', "f:1:8"],
  ["[1,\n2", "f:2:2"],
  ['{"a" 1}', "f:1:6"],
  ['{"a":"x\ny"}', "f:1:8"],
  ['{"a":"\\x"}', "f:1:7"],
  ["tru", "f:1:1"],
  ["", "f:1:1"],
  ["[1] x", "f:1:5"],
  ['{"a":01}', "f:1:6"],
  ["[}", "f:1:2"],
])("%j is not JSON, and it is said where", (text, place) => {
  expect(() => parseSnapshot(text, "f")).toThrow(
    expect.objectContaining({ code: "input/invalid-json", message: `${place} is not JSON.` }),
  );
});

test("nesting and size are bounded", () => {
  expect(() => parseSnapshot(`${"[".repeat(201)}${"]".repeat(201)}`, "f")).toThrow("f:1:201 nests deeper than 200 levels.");
  expect(() => parseSnapshot(" ".repeat(32 * 1024 * 1024 + 1))).toThrow(expect.objectContaining({ code: "input/too-large" }));
  expect(() => parseSnapshot(`{"a":"${"[".repeat(300)}\\""}`)).toThrow(
    expect.objectContaining({ code: "input/invalid-snapshot" }),
  );
});

test("a newer snapshot asks for an upgrade, another value for a snapshot", () => {
  expect(() => parseSnapshot('{"schemaVersion":2}')).toThrow(expect.objectContaining({ code: "input/newer-snapshot" }));
  expect(() => parseSnapshot('{"schemaVersion":1}')).toThrow(expect.objectContaining({ code: "input/invalid-snapshot" }));
  expect(() => parseSnapshot("null")).toThrow(expect.objectContaining({ code: "input/invalid-snapshot" }));
});
