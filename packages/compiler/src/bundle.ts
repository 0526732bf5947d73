import { chmodSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { AssureError, canonicalJson, digestBytes, digestJson, type Manifest } from "@assurance-case/model";
import { extract } from "tar";
import { checkPolicies } from "./check.ts";
import { opaVersion, runOpa } from "./opa.ts";
import { type Prepared, type Sources, withPrepared } from "./prepare.ts";

export interface CompileOptions extends Sources {
  /** Folder of the bundle. It is replaced as a whole. */
  readonly out: string;
}

/** Builds policies to a bundle. The same policies give the same bytes. Throws compile/no-opa, compile/convention, compile/failed. */
export function compilePolicies({ out, ...sources }: CompileOptions): Promise<Manifest> {
  return withPrepared(sources, async (prepared) => {
    await checkPolicies(prepared);
    const wasm = await buildWasm(prepared);
    const files = { "data.json": canonicalJson(prepared.data), "policy.wasm": wasm };
    const manifest = manifestOf(prepared, files);
    replaceFolder(out, { ...files, "manifest.json": `${JSON.stringify(manifest, null, 2)}\n` });
    return manifest;
  });
}

// Sources are named one by one and relative: tests would answer as policies do, and paths are in the bytes.
async function buildWasm({ policies, folder, files }: Prepared): Promise<Uint8Array> {
  const archive = join(folder, "bundle.tar.gz");
  const args = [
    "build",
    "--target",
    "wasm",
    "--entrypoint",
    "main/results",
    "--capabilities",
    "capabilities.json",
    "--output",
    archive,
    ...files,
  ];
  const { code, stderr } = await runOpa(args, { cwd: policies });
  if (code !== 0) throw new AssureError("compile/failed", `The policies in ${policies} cannot be built:\n${stderr.trim()}`);
  await extract({ file: archive, cwd: folder, filter: (path) => basename(path) === "policy.wasm" });
  return readFileSync(join(folder, "policy.wasm"));
}

function manifestOf({ data }: Prepared, files: Readonly<Record<string, string | Uint8Array>>): Manifest {
  const digests = Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, digestBytes(bytes)]));
  return {
    schemaVersion: 1,
    snapshotSchemaVersion: 1,
    opa: opaVersion,
    digest: digestJson(digests),
    vocabulary: digestJson(data.vocabulary),
    files: digests,
  };
}

function replaceFolder(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  mkdirSync(dirname(folder), { recursive: true });
  const fresh = mkdtempSync(`${folder}.`);
  chmodSync(fresh, 0o755);
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(fresh, name), bytes);
  rmSync(folder, { recursive: true, force: true });
  renameSync(fresh, folder);
}
