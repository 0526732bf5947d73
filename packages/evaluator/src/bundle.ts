import { readFileSync } from "node:fs";
import { join } from "node:path";
import { AssureError, digestBytes, digestJson, type Manifest, type Vocabulary } from "@assurance-case/model";
import { loadPolicy, type Policy } from "./policy.ts";

/** Compiled policies, ready to be asked. */
export interface Bundle {
  /** The bundle's digest. */
  readonly digest: string;
  readonly vocabulary: Vocabulary;
  /** Digest of the vocabulary: a snapshot must have been read with the same. */
  readonly vocabularyDigest: string;
  readonly policy: Policy;
}

const hint = "Install assurance-case again; whoever writes policies builds them again with 'pnpm build'.";

/** Loads a bundle and makes sure that it is whole. Throws input/invalid-bundle. */
export async function loadBundle(folder: string): Promise<Bundle> {
  const { manifest, data, wasm } = openBundle(folder);
  const policy = await loadPolicy(wasm, data);
  return { digest: manifest.digest, vocabulary: data.vocabulary, vocabularyDigest: manifest.vocabulary, policy };
}

/** The vocabulary of a bundle, which is whole. Throws input/invalid-bundle. */
export async function loadVocabulary(folder: string): Promise<Vocabulary> {
  return openBundle(folder).data.vocabulary;
}

interface OpenBundle {
  readonly manifest: Manifest;
  readonly data: { readonly vocabulary: Vocabulary };
  readonly wasm: Buffer;
}

function openBundle(folder: string): OpenBundle {
  const [text, json, wasm] = [read(folder, "manifest.json"), read(folder, "data.json"), read(folder, "policy.wasm")];
  const manifest = manifestOf(folder, text.toString("utf8"));
  const files = { "data.json": digestBytes(json), "policy.wasm": digestBytes(wasm) };
  if (digestJson(files) !== manifest.digest || digestJson(manifest.files) !== manifest.digest)
    refuse(folder, "its files are not those of its manifest");
  const data = JSON.parse(json.toString("utf8")) as OpenBundle["data"];
  if (data.vocabulary === undefined || digestJson(data.vocabulary) !== manifest.vocabulary)
    refuse(folder, "its vocabulary is not that of its manifest");
  return { manifest, data, wasm };
}

function read(folder: string, name: string): Buffer {
  try {
    return readFileSync(join(folder, name));
  } catch (cause) {
    return refuse(folder, `${name} cannot be read`, cause);
  }
}

function manifestOf(folder: string, text: string): Manifest {
  const manifest = parse(folder, text);
  if (typeof manifest !== "object" || manifest === null || !("schemaVersion" in manifest))
    return refuse(folder, "manifest.json is no manifest");
  if (manifest.schemaVersion !== 1)
    return refuse(folder, `it has schema version ${String(manifest.schemaVersion)}, and this version reads 1`);
  const read = manifest as Partial<Manifest>;
  if (read.snapshotSchemaVersion !== 1) return refuse(folder, "its policies read another version of snapshots");
  if (typeof read.files !== "object") return refuse(folder, "manifest.json is no manifest");
  return manifest as Manifest;
}

function parse(folder: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    return refuse(folder, "manifest.json is not JSON", cause);
  }
}

function refuse(folder: string, why: string, cause?: unknown): never {
  throw new AssureError("input/invalid-bundle", `The bundle ${folder} cannot be used: ${why}.`, { hint, cause });
}
