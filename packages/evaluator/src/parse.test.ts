import { expect, test } from "vitest";
import { parseSnapshot } from "./parse.ts";

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
])("%j is not JSON, and it is said where", async (text, place) => {
  await expect(parseSnapshot(text, "f")).rejects.toThrow(
    expect.objectContaining({ code: "input/invalid-json", message: `${place} is not JSON.` }),
  );
});

test("nesting and size are bounded", async () => {
  await expect(parseSnapshot(`${"[".repeat(201)}${"]".repeat(201)}`, "f")).rejects.toThrow(
    "f:1:201 nests deeper than 200 levels.",
  );
  await expect(parseSnapshot(" ".repeat(32 * 1024 * 1024 + 1))).rejects.toThrow(
    expect.objectContaining({ code: "input/too-large" }),
  );
  await expect(parseSnapshot(`{"a":"${"[".repeat(300)}\\""}`)).rejects.toThrow(
    expect.objectContaining({ code: "input/invalid-snapshot" }),
  );
});

test("a newer snapshot asks for an upgrade, another value for a snapshot", async () => {
  await expect(parseSnapshot('{"schemaVersion":2}')).rejects.toThrow(expect.objectContaining({ code: "input/newer-snapshot" }));
  await expect(parseSnapshot('{"schemaVersion":1}')).rejects.toThrow(expect.objectContaining({ code: "input/invalid-snapshot" }));
  await expect(parseSnapshot("null")).rejects.toThrow(expect.objectContaining({ code: "input/invalid-snapshot" }));
});
