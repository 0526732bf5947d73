import fc from "fast-check";
import stringWidth from "fast-string-width";
import { expect, test } from "vitest";
import { columnsOf, wrap } from "./wrap.ts";

test.each([
  ["one two three", 7, ["one two", "three"]],
  ["a-word-that-is-too-long ok", 10, ["a-word-tha", "t-is-too-l", "ong ok"]],
  ["\u5bbd\u5bbd\u5bbd", 4, ["\u5bbd\u5bbd", "\u5bbd"]],
  ["", 5, [""]],
])("%j in %d columns", (text, width, lines) => {
  expect(wrap(text, width)).toEqual(lines);
});

test("no line is too wide, and no word is lost", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 4, max: 40 }), (text, width) => {
      const lines = wrap(text, width);
      for (const line of lines) expect(columnsOf(line)).toBeLessThanOrEqual(width);
      expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
    }),
  );
});

test("what is taken for plain has one column a character", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.integer({ min: 0x20, max: 0x2717 }).map((code) => String.fromCodePoint(code)) }), (text) => {
      expect(columnsOf(text)).toBe(stringWidth(text));
    }),
  );
});
