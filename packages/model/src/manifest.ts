/** What a bundle of compiled policies says of itself, in its manifest.json. */
export interface Manifest {
  readonly schemaVersion: 1;
  readonly snapshotSchemaVersion: 1;
  /** Version of the OPA that built it. */
  readonly opa: string;
  /** Digest of `files` in canonical form: the bundle's own. */
  readonly digest: string;
  /** Digest of the vocabulary in canonical form. */
  readonly vocabulary: string;
  /** Digest of each file's bytes. */
  readonly files: Readonly<Record<string, string>>;
}
