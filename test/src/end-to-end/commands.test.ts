import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { assure, type Run } from "../command.ts";
import { fixtureGit } from "../git-fixture.ts";
import { materializeWidget } from "../widget.ts";

let folder: string;
let widget: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "assure-commands-"));
  widget = join(folder, "widget");
  materializeWidget(widget);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function verdicts(run: Run): Record<string, string> {
  const { claims } = JSON.parse(run.stdout) as { claims: { id: string; verdict: string }[] };
  return Object.fromEntries(claims.map(({ id, verdict }) => [id, verdict]));
}

describe("assure check", () => {
  test("says what holds, what cannot be seen, and ends with 0 when no claim is violated", async () => {
    const run = await assure(["check", widget, "--json"]);
    expect(verdicts(run)).toEqual({ "C2.1": "undetermined", "C2.5": "supported", "C3.2": "undetermined" });
    expect(run).toMatchObject({ exitCode: 0, stderr: "" });
  });

  test("ends with 4 for an undetermined claim with --strict", async () => {
    expect((await assure(["check", widget, "--strict"])).exitCode).toBe(4);
  });

  test("ends with 1 when a claim is violated, and names the pattern and its line", async () => {
    const broken = join(folder, "broken");
    materializeWidget(broken, {
      ".github/workflows/ci.yml": readFileSync(
        join(import.meta.dirname, "../../fixtures/widget/.github/workflows/ci.yml"),
        "utf8",
      ).replace("docs/**", "names_*"),
    });
    const run = await assure(["check", broken]);
    expect(run.exitCode).toBe(1);
    expect(run.stdout.replace(/\s+/gu, " ")).toContain(
      "names_generated.go, which the directive at widget.go:3 generates, can change alone without starting .github/workflows/ci.yml (pattern 'names_*' at .github/workflows/ci.yml:5)",
    );
    expect((await assure(["check", broken, "--no-fail"])).exitCode).toBe(0);
  });

  test("looks at the folder that it is run in", async () => {
    expect(verdicts(await assure(["check", "--json"], { cwd: widget }))["C2.5"]).toBe("supported");
  });

  test("reads the embedded example", async () => {
    const run = await assure(["check", "--example", "--no-fail"]);
    expect(run).toMatchObject({ exitCode: 0, stderr: "" });
    expect(run.stdout).toContain("github.com/project-dalec/dalec");
  });

  test("gives the same bytes twice", async () => {
    const [first, second] = [await assure(["check", widget, "--json"]), await assure(["check", widget, "--json"])];
    expect(second.stdout).toBe(first.stdout);
  });

  test("shows a workflow that cannot be read as unknown, and goes on", async () => {
    const torn = join(folder, "torn");
    materializeWidget(torn, { ".github/workflows/ci.yml": "on: [pull_request\njobs: {}\n" });
    const run = await assure(["check", torn, "--json"]);
    expect(run.exitCode).toBe(0);
    expect(verdicts(run)).toMatchObject({ "C2.5": "supported", "C3.2": "undetermined" });
    expect(run.stdout).toContain(".github/workflows/ci.yml");
  });
});

describe("the three steps, joined by files", () => {
  test("give what check gives", async () => {
    const snapshot = join(folder, "snapshot.json");
    const results = join(folder, "results.json");
    expect(await assure(["collect", widget, "--output", snapshot])).toMatchObject({ exitCode: 0, stdout: "", stderr: "" });
    expect(await assure(["evaluate", snapshot, "--at", "2026-01-31", "--output", results])).toMatchObject({ exitCode: 0 });
    const report = await assure(["report", results]);
    const check = await assure(["check", widget, "--at", "2026-01-31"]);
    expect(report.stdout).toBe(check.stdout);
    expect((await assure(["check", snapshot, "--at", "2026-01-31"])).stdout).toBe(check.stdout);
  });

  test("give the bytes that check gives", async () => {
    const collected = await assure(["collect", widget]);
    const evaluated = await assure(["evaluate", "-", "--at", "2026-01-31"], { stdin: collected.stdout });
    expect(evaluated.stdout).toBe((await assure(["check", widget, "--json", "--at", "2026-01-31"])).stdout);
  });

  test("read from a pipe", async () => {
    const collected = await assure(["collect", widget]);
    const evaluated = await assure(["evaluate", "-"], { stdin: collected.stdout });
    expect(evaluated.exitCode).toBe(0);
    expect((await assure(["report", "-"], { stdin: evaluated.stdout })).stdout).toContain("C2.5");
  });

  test("evaluate for the date of the commit", async () => {
    const collected = await assure(["collect", widget]);
    const evaluated = JSON.parse((await assure(["evaluate", "-"], { stdin: collected.stdout })).stdout) as {
      evaluatedAt: string;
    };
    expect(evaluated.evaluatedAt).toBe("2023-11-14");
  });

  test("leave the case's statements out with --redact, and judge the same", async () => {
    const collected = await assure(["collect", widget, "--redact"]);
    expect(collected.stdout).not.toContain("Authorship attestation");
    const evaluated = await assure(["evaluate", "-"], { stdin: collected.stdout });
    expect(verdicts(evaluated)).toEqual({ "C2.1": "undetermined", "C2.5": "supported", "C3.2": "undetermined" });
  });

  test("keep names and addresses of people out of a snapshot", async () => {
    const { stdout } = await assure(["collect", widget]);
    expect(stdout).not.toMatch(/Fixture Author|author@example\.org/u);
  });
});

describe("bad input", () => {
  interface BadInput {
    readonly title: string;
    readonly argv: (folder: string) => string[];
    readonly exitCode: number;
    readonly code?: string;
    readonly says: RegExp;
    readonly stdin?: string;
  }

  const cases: BadInput[] = [
    {
      title: "a path that is not there",
      argv: (at) => ["check", join(at, "nowhere")],
      exitCode: 2,
      code: "input/no-repository",
      says: /nowhere/u,
    },
    {
      title: "a folder that is no repository",
      argv: (at) => ["check", join(at, "empty")],
      exitCode: 2,
      code: "input/no-repository",
      says: /empty/u,
    },
    {
      title: "a ref that does not exist",
      argv: (at) => ["check", join(at, "widget"), "--ref", "v9"],
      exitCode: 2,
      code: "input/no-commit",
      says: /v9/u,
    },
    {
      title: "a repository without a case",
      argv: (at) => ["check", join(at, "caseless")],
      exitCode: 2,
      code: "input/no-case",
      says: /--case/u,
    },
    {
      title: "a case that is not where --case says",
      argv: (at) => ["check", join(at, "widget"), "--case", "x.md"],
      exitCode: 2,
      code: "input/no-case",
      says: /x\.md/u,
    },
    {
      title: "a case without claims",
      argv: (at) => ["check", join(at, "claimless")],
      exitCode: 3,
      code: "collect/no-claims",
      says: /assurance-case\.md/u,
    },
    {
      title: "a target that is not on this disk",
      argv: () => ["check", "https://example.org/x.git"],
      exitCode: 2,
      code: "usage/invalid",
      says: /Clone it/u,
    },
    {
      title: "a snapshot that is no JSON",
      argv: () => ["evaluate", "-"],
      stdin: '{\n  "a": ]',
      exitCode: 2,
      code: "input/invalid-json",
      says: /2:8/u,
    },
    {
      title: "a snapshot of another shape",
      argv: () => ["evaluate", "-"],
      stdin: '{"schemaVersion": 1}',
      exitCode: 2,
      code: "input/invalid-snapshot",
      says: /subject/u,
    },
    {
      title: "a newer snapshot",
      argv: () => ["evaluate", "-"],
      stdin: '{"schemaVersion": 2}',
      exitCode: 2,
      code: "input/newer-snapshot",
      says: /newer/u,
    },
    {
      title: "results of another shape",
      argv: () => ["report", "-"],
      stdin: "{}",
      exitCode: 2,
      code: "input/invalid-results",
      says: /evaluate/u,
    },
    {
      title: "newer results",
      argv: () => ["report", "-"],
      stdin: '{"schemaVersion": 2}',
      exitCode: 2,
      code: "input/newer-results",
      says: /newer/u,
    },
    {
      title: "an option for collecting beside a snapshot",
      argv: (at) => ["check", join(at, "snapshot.json"), "--redact"],
      exitCode: 2,
      code: "usage/invalid",
      says: /--redact/u,
    },
    {
      title: "a folder for a snapshot",
      argv: (at) => ["evaluate", at],
      exitCode: 2,
      code: "input/unreadable",
      says: /it is a folder/u,
    },
    {
      title: "a file that is not there",
      argv: () => ["evaluate", "nowhere.json"],
      exitCode: 2,
      code: "input/unreadable",
      says: /nowhere\.json/u,
    },
    {
      title: "a bundle that is none",
      argv: (at) => ["evaluate", join(at, "snapshot.json"), "--bundle", join(at, "empty")],
      exitCode: 2,
      code: "input/invalid-bundle",
      says: /empty/u,
    },
    {
      title: "a date that is none",
      argv: (at) => ["check", join(at, "widget"), "--at", "2026-02-30"],
      exitCode: 2,
      code: "usage/invalid",
      says: /YYYY-MM-DD/u,
    },
    {
      title: "an output that cannot be written",
      argv: (at) => ["collect", join(at, "widget"), "--output", join(at, "no/such/x.json")],
      exitCode: 2,
      code: "input/unwritable",
      says: /--output/u,
    },
    { title: "an unknown option", argv: () => ["check", "--nonsense"], exitCode: 2, says: /nonsense/u },
    { title: "an unknown command", argv: () => ["nonsense"], exitCode: 2, says: /nonsense/u },
    {
      title: "a target beside --example",
      argv: () => ["check", ".", "--example"],
      exitCode: 2,
      code: "usage/invalid",
      says: /--example/u,
    },
  ];

  beforeAll(async () => {
    mkdirSync(join(folder, "empty"));
    materializeWidget(join(folder, "caseless"), { "docs/assurance-case.md": undefined });
    materializeWidget(join(folder, "claimless"), { "docs/assurance-case.md": "# Widget Assurance Case\n\nTo be written.\n" });
    writeFileSync(join(folder, "snapshot.json"), (await assure(["collect", widget])).stdout);
  });

  test.each(cases)("$title", async ({ argv, exitCode, code, says, stdin }) => {
    const before = readdirSync(folder).sort();
    const run = await assure(argv(folder), stdin === undefined ? {} : { stdin });
    expect(run).toMatchObject({ exitCode, stdout: "" });
    expect(run.stderr).toMatch(says);
    if (code !== undefined) expect(run.stderr).toContain(`[${code}]`);
    expect(readdirSync(folder).sort()).toEqual(before);
  });

  test("a snapshot that was read with another vocabulary", async () => {
    const snapshot = readFileSync(join(folder, "snapshot.json"), "utf8").replace(
      /"vocabulary": "sha256:[0-9a-f]{64}"/u,
      `"vocabulary": "sha256:${"0".repeat(64)}"`,
    );
    const run = await assure(["evaluate", "-"], { stdin: snapshot });
    expect(run).toMatchObject({ exitCode: 2, stdout: "" });
    expect(run.stderr).toContain("[input/bundle-mismatch]");
  });
});

describe("the terminal", () => {
  const escapeSequence = "\u001b[";

  test("gets colour; a pipe, NO_COLOR and --no-color get none", async () => {
    expect((await assure(["check", widget], { terminal: true })).stdout).toContain(escapeSequence);
    expect((await assure(["check", widget])).stdout).not.toContain(escapeSequence);
    expect((await assure(["check", widget], { terminal: true, env: { NO_COLOR: "1" } })).stdout).not.toContain(escapeSequence);
    expect((await assure(["check", widget, "--no-color"], { terminal: true })).stdout).not.toContain(escapeSequence);
  });

  test("gets no line that is wider than it", async () => {
    const run = await assure(["check", widget, "--no-color"], { terminal: true });
    for (const line of run.stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  });
});

describe("a repository in another form", () => {
  test.each([
    ["bare", ["clone", "-q", "--bare"]],
    ["detached", ["clone", "-q"]],
  ])("%s gives the same facts", async (name, clone) => {
    const other = join(folder, name);
    fixtureGit(folder, [...clone, widget, other]);
    fixtureGit(other, ["config", "remote.origin.url", "https://github.com/acme/widget"]);
    if (name === "detached") fixtureGit(other, ["checkout", "-q", "--detach"]);
    const run = await assure(["check", other, "--json", "--default-branch", "main"]);
    expect(verdicts(run)).toEqual({ "C2.1": "undetermined", "C2.5": "supported", "C3.2": "undetermined" });
  });

  test("shallow leaves history unknown, and says how to see it", async () => {
    const grown = join(folder, "grown");
    materializeWidget(grown, {}, [{ files: new Map([["NEWS.md", { content: "More.\n" }]]), message: "Say more" }]);
    const shallow = join(folder, "shallow");
    fixtureGit(folder, ["clone", "-q", "--depth", "1", `file://${grown}`, shallow]);
    const run = await assure(["check", shallow, "--default-branch", "main"]);
    expect(run.stdout.replace(/\s+/gu, " ")).toContain("fetch-depth: 0");
    expect((await assure(["check", grown])).stdout).toContain("carry no sign-off");
  });
});
