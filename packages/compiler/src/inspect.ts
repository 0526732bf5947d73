import { AssureError } from "@assurance-case/model";
import { runOpa } from "./opa.ts";

/** The METADATA of one package. */
export interface Annotation {
  readonly package: string;
  readonly file: string;
  readonly line: number;
  readonly title?: string;
  readonly description?: string;
  readonly custom: Readonly<Record<string, unknown>>;
}

export interface Inspection {
  /** Files of Rego, relative to the policies' folder, with the package of each. */
  readonly packages: ReadonlyMap<string, string>;
  readonly annotations: readonly Annotation[];
}

interface Inspected {
  readonly namespaces?: Readonly<Record<string, readonly string[]>>;
  readonly annotations?: readonly {
    readonly annotations: {
      readonly scope: string;
      readonly title?: string;
      readonly description?: string;
      readonly custom?: Readonly<Record<string, unknown>>;
    };
    readonly location: { readonly file: string; readonly row: number };
    readonly path?: readonly { readonly value: string }[];
  }[];
}

/** The packages of a folder of policies and their METADATA. Throws compile/failed. */
export async function inspect(policies: string): Promise<Inspection> {
  const { code, stdout, stderr } = await runOpa(["inspect", "--annotations", "--format", "json", "."], { cwd: policies });
  if (code !== 0) throw new AssureError("compile/failed", `The policies in ${policies} cannot be read: ${stderr.trim()}`);
  const inspected = JSON.parse(stdout) as Inspected;
  return { packages: packagesOf(inspected), annotations: annotationsOf(inspected) };
}

function packagesOf({ namespaces = {} }: Inspected): ReadonlyMap<string, string> {
  const pairs = Object.entries(namespaces).flatMap(([path, files]) =>
    files.map((file) => [file, path.replace(/^data\.?/u, "")] as const),
  );
  return new Map(pairs.filter(([file]) => file.endsWith(".rego")).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function annotationsOf({ annotations = [] }: Inspected): readonly Annotation[] {
  return annotations
    .filter((entry) => entry.annotations.scope === "package")
    .map(({ annotations: { scope: _, custom = {}, ...words }, location, path = [] }) => ({
      package: path
        .map((part) => part.value)
        .slice(1)
        .join("."),
      file: location.file,
      line: location.row,
      custom,
      ...words,
    }));
}
