import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { canonicalJson, type Vocabulary } from "@assurance-case/model";
import { firstViolation } from "@assurance-case/model/validate";
import { declarations } from "./conventions.ts";
import { refuse } from "./fault.ts";
import { inspect } from "./inspect.ts";
import { isClaim, placeFaults } from "./packages.ts";
import type { DeclaredPolicies } from "./policy.ts";
import { inputSchema } from "./schema.ts";

export interface Sources {
  /** Folder of the policies. */
  readonly policies: string;
  /** Folder of the self-contained schemas. */
  readonly schemas: string;
}

/** Policies that keep to their conventions, with what OPA is given of them. */
export interface Prepared {
  readonly policies: string;
  /** Files of Rego, relative to the policies' folder, without and with the tests. */
  readonly files: readonly string[];
  readonly allFiles: readonly string[];
  readonly data: { readonly policies: DeclaredPolicies; readonly vocabulary: Vocabulary };
  /** A temporary folder, with data.json and input.schema.json. */
  readonly folder: string;
}

/** Prepares policies, lends them to `use` and cleans up. Throws compile/convention and compile/failed. */
export async function withPrepared<T>(sources: Sources, use: (prepared: Prepared) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "assurance-case-compile-"));
  try {
    return await use(await prepare(sources, folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function prepare({ policies, schemas }: Sources, folder: string): Promise<Prepared> {
  const inspection = await inspect(policies);
  const { schema, facts } = inputSchema(schemas);
  const declared = declarations(
    inspection.annotations.filter((annotation) => isClaim(annotation.package)),
    facts,
  );
  refuse([...placeFaults(inspection), ...declared.faults]);
  const data = { policies: declared.policies, vocabulary: vocabularyOf(policies) };
  writeFileSync(join(folder, "data.json"), canonicalJson(data));
  writeFileSync(join(folder, "input.schema.json"), canonicalJson(schema));
  const allFiles = [...inspection.packages.keys()];
  return { policies, files: allFiles.filter((file) => !file.endsWith("_test.rego")), allFiles, data, folder };
}

function vocabularyOf(policies: string): Vocabulary {
  const vocabulary: unknown = JSON.parse(readFileSync(join(policies, "vocabulary/data.json"), "utf8"));
  const violation = firstViolation("vocabulary", vocabulary);
  if (violation !== undefined)
    refuse([{ file: "vocabulary/data.json", line: 1, message: `${violation.pointer} ${violation.message}` }]);
  return vocabulary as Vocabulary;
}
