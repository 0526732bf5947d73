import { basename, dirname } from "node:path/posix";
import type { Fault } from "./fault.ts";
import type { Inspection } from "./inspect.ts";

/** Faults of where packages stand: the folder's path is the package's, a test adds `_test`, a claim has one folder. */
export function placeFaults({ packages, annotations }: Inspection): readonly Fault[] {
  const misplaced = [...packages]
    .filter(([file, name]) => name !== packageAt(file))
    .map(([file]) => fault(file, `its package must be ${packageAt(file)}`));
  const stray = [...packages.keys()].filter((file) => file.startsWith("cases/") && file.split("/").length !== 4);
  const policies = new Set([...packages].filter(([file, name]) => isClaim(name) && !isTest(file)).map(([, name]) => name));
  const bare = [...policies].filter((name) => !annotations.some((annotation) => annotation.package === name));
  return [
    ...misplaced,
    ...stray.map((file) => fault(file, "below cases/ a policy stands in cases/<case>/<claim>/")),
    ...bare.map((name) => fault(fileOf(packages, name), `package ${name} has no METADATA`)),
  ];
}

/** Whether a package is the policy of a claim. */
export function isClaim(name: string): boolean {
  return name.startsWith("cases.") && !name.endsWith("_test");
}

function packageAt(file: string): string {
  const folder = dirname(file) === "." ? "main" : dirname(file).replaceAll("/", ".");
  return isTest(file) ? `${folder}_test` : folder;
}

function isTest(file: string): boolean {
  return basename(file).endsWith("_test.rego");
}

function fileOf(packages: ReadonlyMap<string, string>, name: string): string {
  return [...packages].find(([, other]) => other === name)?.[0] ?? name;
}

function fault(file: string, message: string): Fault {
  return { file, line: 1, message };
}
