import type { CheckResult, Results } from "@assurance-case/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildReport, renderJson, renderTerminal } from "./index.ts";
import { printable } from "./printable.ts";

const digest = `sha256:${"0".repeat(64)}`;
const plain = { color: false, width: 80, verbose: false };

function check(change: Partial<CheckResult>): CheckResult {
  return {
    id: "a",
    title: "A check",
    weight: "required",
    outcome: "pass",
    grade: "observed",
    message: "It holds.",
    locations: [],
    missing: [],
    ...change,
  };
}

function results(checks: CheckResult[], change: Partial<Results> = {}): Results {
  return {
    schemaVersion: 1,
    subject: {
      repository: "https://github.com/acme/widget",
      commit: "a".repeat(40),
      tree: "b".repeat(40),
      authoredAt: "2026-01-02T03:04:05Z",
      committedAt: "2026-01-02T03:04:05Z",
    },
    evaluatedAt: "2026-01-03",
    digests: { snapshot: digest, bundle: digest, case: digest },
    goal: { id: "G0", verdict: "violated", counts: { supported: 0, violated: 1, undetermined: 0 } },
    strategies: [{ id: "S1", title: "Oversight", verdict: "violated", counts: { supported: 0, violated: 1, undetermined: 0 } }],
    claims: [{ id: "C1.1", strategy: "S1", statement: "Doors are locked.", line: 7, verdict: "violated", checks, criteria: [] }],
    case: { path: "docs/assurance-case.md", problems: [] },
    ...change,
  };
}

const render = (value: Results, options = plain): string => renderTerminal(buildReport(value), options);

describe("the terminal report", () => {
  test("shows a failed check with its place and its remedy, and keeps a passed one back", () => {
    const failed = check({
      id: "b",
      outcome: "fail",
      message: "The door is open.",
      locations: [{ path: "doors.yml", line: 3 }],
      remedy: "Close it.",
    });
    expect(render(results([check({}), failed]))).toMatchInlineSnapshot(`
      "github.com/acme/widget at aaaaaaaaaaaa of 2026-01-02
      docs/assurance-case.md, evaluated for 2026-01-03

      S1 violated: Oversight
        ✗ C1.1 violated: Doors are locked.
            ✗ The door is open.
              at: doors.yml:3
              fix: Close it.

      G0 violated: 0 supported, 1 violated, 0 undetermined
      Supported means that every required check passed at this commit; the argument
      itself and its assumptions are not judged.
      "
    `);
  });

  test("shows every check when asked to", () => {
    expect(render(results([check({ message: "The lock works." })]), { ...plain, verbose: true })).toContain("✓ The lock works.");
  });

  test("groups what could not be seen by what would show it", () => {
    const unseen = (id: string): CheckResult =>
      check({ id, outcome: "unknown", missing: [{ fact: "rules", status: "forbidden", permission: "metadata:read" }] });
    const text = render(results([unseen("a"), unseen("b")]));
    expect(text.match(/grant metadata:read/gu)).toHaveLength(1);
  });

  test("shows claims that stand under no strategy", () => {
    const value = results([check({})], { strategies: [] });
    expect(render(value)).toContain("Claims under no strategy");
  });

  test("uses colour only when told to", () => {
    const escapeSequence = "\u001b[";
    expect(render(results([check({})]))).not.toContain(escapeSequence);
    expect(render(results([check({})]), { ...plain, color: true })).toContain(escapeSequence);
  });

  test("keeps to the width of the terminal", () => {
    const text = render(results([check({ outcome: "fail", message: "word ".repeat(80) })]), { ...plain, width: 60 });
    for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(60);
  });
});

describe("hostile text", () => {
  test.each([
    ["\u001b[31mred\u001b[0m", "\\u{1b}[31mred\\u{1b}[0m"],
    ["a\nb\r\nc", "a b c"],
    ["\u202egnp.exe", "\\u{202e}gnp.exe"],
    ["\ud800", "\ufffd"],
    ["\u009b31m", "\\u{9b}31m"],
  ])("%j is made harmless", (text, expected) => {
    expect(printable(text)).toBe(expected);
  });

  test("is escaped in JSON, which stays the same value", () => {
    const hostile = "\u001b[2J \u202e \u0085 \u2028 \u{e0041} line\nbreak";
    const value = results([check({ message: hostile })]);
    const json = renderJson(value);
    expect(JSON.parse(json)).toEqual(value);
    expect(json.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\u2028]/u);
  });

  test("in any field of the results leaves no control character in the report", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const value = results([check({ outcome: "fail", message: text, remedy: text, locations: [{ path: text }] })], {
          strategies: [{ id: text, title: text, verdict: "violated", counts: { supported: 0, violated: 1, undetermined: 0 } }],
        });
        expect(render(value).replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      }),
    );
  });
});
