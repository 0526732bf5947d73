import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Table } from "./read.ts";

interface SnapshotSchema {
  readonly properties: Table;
  readonly definitions: { readonly Facts: { readonly properties: Table } } & Table;
}

export interface InputSchema {
  /** Of what policies are given: the snapshot without its provenance, and what the evaluator adds. */
  readonly schema: unknown;
  /** The names of all facts. */
  readonly facts: ReadonlySet<string>;
}

/** The schema of the policies' input, made of the snapshot's in a folder of self-contained schemas. */
export function inputSchema(schemas: string): InputSchema {
  const snapshot = JSON.parse(readFileSync(join(schemas, "snapshot.schema.json"), "utf8")) as SnapshotSchema;
  const { provenance: _, ...properties } = snapshot.properties;
  const added = { evaluatedAt: { type: "string" }, skip: { type: "array", items: { type: "string" } } };
  return {
    schema: { ...snapshot, properties: { ...properties, ...added } },
    facts: new Set(Object.keys(snapshot.definitions.Facts.properties)),
  };
}
