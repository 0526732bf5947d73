import { join } from "node:path";
import { AssureError } from "@assurance-case/model";
import { runOpa } from "./opa.ts";
import { type Prepared, type Sources, withPrepared } from "./prepare.ts";

interface Coverage {
  readonly files?: Readonly<Record<string, { readonly not_covered?: readonly { readonly start: { readonly row: number } }[] }>>;
}

/** How many tests of the policies passed. Throws compile/failed when one does not, or when they leave a line of a policy unrun. */
export function testPolicies(sources: Sources): Promise<number> {
  return withPrepared(sources, async (prepared) => {
    const [tests, coverage] = await Promise.all([
      opaTest(prepared, ["--verbose"]),
      opaTest(prepared, ["--coverage", "--format", "json"]),
    ]);
    if (tests.code !== 0) throw new AssureError("compile/failed", `opa test failed:\n${tests.stdout}${tests.stderr}`.trim());
    const uncovered = uncoveredLines(JSON.parse(coverage.stdout) as Coverage);
    if (uncovered.length > 0) throw new AssureError("compile/failed", `no test runs these lines:\n${uncovered.join("\n")}`);
    return Number(/^PASS: (\d+)\//mu.exec(tests.stdout)?.[1] ?? 0);
  });
}

function opaTest({ policies, folder, allFiles }: Prepared, flags: readonly string[]): ReturnType<typeof runOpa> {
  return runOpa(["test", ...flags, ...allFiles, join(folder, "data.json")], { cwd: policies });
}

function uncoveredLines({ files = {} }: Coverage): readonly string[] {
  return Object.entries(files)
    .filter(([file]) => !file.endsWith("_test.rego"))
    .flatMap(([file, { not_covered: ranges = [] }]) => [
      ...new Set(ranges.map((range) => `policies/${file}:${range.start.row}`)),
    ]);
}
