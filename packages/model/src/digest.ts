import { createHash } from "node:crypto";
import stringify from "safe-stable-stringify";
import type { Snapshot } from "./generated/snapshot.ts";

/** `sha256:` and the digest of the bytes, in hexadecimal. */
export function digestBytes(bytes: string | Uint8Array): string {
  return `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
}

/** The digest of prose: NFC, white space collapsed and trimmed. */
export function digestText(text: string): string {
  return digestBytes(text.normalize("NFC").replace(/\s+/gu, " ").trim());
}

/** A value of JSON in its canonical form (RFC 8785): numbers and strings as ECMAScript writes them, keys by their code units. */
export function canonicalJson(value: unknown): string {
  return stringify(value) ?? "null";
}

/** The digest of a value in its canonical form. */
export function digestJson(value: unknown): string {
  return digestBytes(canonicalJson(value));
}

/** A snapshot in its canonical form, without how and when it was collected: what is digested and judged. */
export function canonicalSnapshot(snapshot: Snapshot): string {
  const { provenance: _, ...rest } = snapshot;
  return canonicalJson(rest);
}
