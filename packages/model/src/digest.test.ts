import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson, canonicalSnapshot, digestText, type Snapshot } from "./index.ts";

describe("the canonical form", () => {
  // From RFC 8785, sections 3.2.2 and 3.2.3.
  test.each([
    [
      { numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 0.000000000000000000000000001] },
      '{"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27]}',
    ],
    [{ literals: [null, true, false] }, '{"literals":[null,true,false]}'],
    [
      { "\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\ud83d\ude00": 5, "\u0080": 6, "\u00f6": 7 },
      '{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\ud83d\ude00":5,"\ufb33":3}',
    ],
    [{ "10": 1, "9": 2 }, '{"10":1,"9":2}'],
  ])("of %j", (value, expected) => {
    expect(canonicalJson(value)).toBe(expected);
  });

  test("reads back as the value, in whatever order its keys came", () => {
    const reversed = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(reversed);
      if (typeof value !== "object" || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, member]) => [key, reversed(member)]),
      );
    };
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const plain: unknown = JSON.parse(JSON.stringify(value));
        expect(JSON.parse(canonicalJson(plain))).toEqual(plain);
        expect(canonicalJson(reversed(plain))).toBe(canonicalJson(plain));
      }),
    );
  });
});

describe("digests", () => {
  test("of a text leave out how it is wrapped and composed", () => {
    expect(digestText(" caf\u00e9  is\nopen ")).toBe(digestText("cafe\u0301 is open"));
    expect(digestText("open")).not.toBe(digestText("Open"));
  });

  test("of a snapshot leave out how and when it was collected", () => {
    const snapshot = { schemaVersion: 1, vocabulary: "x" } as unknown as Snapshot;
    const provenance = { collectedAt: "2026-01-01T00:00:00Z", tool: "t", redacted: false };
    expect(canonicalSnapshot({ ...snapshot, provenance })).toBe(canonicalSnapshot(snapshot));
    expect(canonicalSnapshot(snapshot)).toBe(canonicalJson(snapshot));
  });
});
