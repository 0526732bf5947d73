import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Results } from "@assurance-case/model";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { assure } from "../command.ts";
import { materializeDalec, sharedAvailable } from "../git-fixture.ts";

if (!sharedAvailable) console.warn("SKIPPED: ../shared is not beside the project, so the Dalec repository cannot be checked.");

describe.skipIf(!sharedAvailable)("the Dalec repository of 2025-10-31", () => {
  let folder: string;
  let results: Results;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "assure-dalec-"));
    materializeDalec(folder);
    results = JSON.parse((await assure(["check", folder, "--json", "--at", "2025-10-31"])).stdout) as Results;
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const messagesOf = (id: string, outcome: string): string =>
    (results.claims.find((claim) => claim.id === id)?.checks ?? [])
      .filter((check) => check.outcome === outcome && check.weight === "required")
      .map((check) => `${check.message} ${check.locations.map(({ path, line }) => `${path}:${line}`).join(" ")}`)
      .join("\n");

  test("has C2.5 supported", () => {
    expect(results.claims.find(({ id }) => id === "C2.5")).toMatchObject({ verdict: "supported", grade: "declared" });
  });

  test("has C2.4 violated by source files that two patterns exempt", () => {
    const failures = messagesOf("C2.4", "fail");
    expect(failures).toContain("cmd/retagger/main.go (pattern 'cmd/retagger/**' at .github/workflows/ci.yml:21)");
    expect(failures).toContain(".github/workflows/ci.yml:21");
  });

  test("has C3.2 violated by generated files that are exempt", () => {
    const failures = messagesOf("C3.2", "fail");
    expect(failures).toContain("docs/spec.schema.json, which the directive at spec.go:1 generates");
    expect(failures).toContain(
      ".github/workflows/worker-images/matrix.json, which the directive at cmd/worker-img-matrix/main.go:1 generates",
    );
    expect(failures).toContain(".github/workflows/ci.yml:14");
    expect(failures).toContain(".github/workflows/ci.yml:23");
  });

  test("has four claims that a clone can support", () => {
    expect(results.goal).toMatchObject({ verdict: "violated", counts: { supported: 4, violated: 3, undetermined: 11 } });
    const supported = results.claims.flatMap(({ id, verdict }) => (verdict === "supported" ? [id] : []));
    expect(supported).toEqual(["C1.1", "C1.2", "C2.5", "C4.3"]);
  });

  test("reports what the golden file shows", async () => {
    // Redacted: the case's words are its project's, and stay out of this repository.
    const snapshot = await assure(["collect", folder, "--redact"]);
    const file = join(folder, "snapshot.json");
    writeFileSync(file, snapshot.stdout);
    const { stdout, stderr, exitCode } = await assure(["check", file, "--at", "2025-10-31"]);
    expect({ stderr, exitCode }).toEqual({ stderr: "", exitCode: 1 });
    await expect(stdout).toMatchFileSnapshot("../../golden/dalec-2025-10-31/report.txt");
  });

  test("gives the same snapshot and the same results twice", async () => {
    const collect = async (): Promise<string> => (await assure(["collect", folder])).stdout;
    expect(await collect()).toBe(await collect());
    const again = await assure(["check", folder, "--json", "--at", "2025-10-31"]);
    expect(JSON.parse(again.stdout)).toEqual(results);
  });

  test("has every claim of the document", () => {
    const text = readFileSync(new URL("../../../../shared/case/dalec-assurance-case.md", import.meta.url), "utf8");
    expect(results.claims.map(({ id }) => id)).toEqual([...text.matchAll(/\*\*Claim (C\d\.\d):/gu)].map((match) => match[1]));
  });
});
