import { folderOf } from "@assurance-case/markdown";
import { type Fact, type Facts, observed } from "@assurance-case/model";
import type { Tree } from "../tree.ts";

type Modules = Extract<Facts["modules"], { status: "observed" }>["value"];

/** The Go modules of a tree by folder, with their Go files; a nested module's are its own. */
export function collectModules(tree: Tree): Fact<Modules> {
  const go = new Map(goModules(tree).map((folder) => [folder, 0]));
  for (const path of tree.keys()) {
    const folder = path.endsWith(".go") ? moduleOf(path, go) : undefined;
    if (folder !== undefined) go.set(folder, (go.get(folder) ?? 0) + 1);
  }
  return observed({ go: Object.fromEntries(go) });
}

/** The folders of the tree that hold a go.mod, sorted. */
export function goModules(tree: Tree): readonly string[] {
  const paths = [...tree.keys()].filter((path) => path === "go.mod" || path.endsWith("/go.mod"));
  return paths.map(folderOf).sort();
}

/** The nearest folder above a path that is among the modules. */
export function moduleOf(path: string, modules: { readonly has: (folder: string) => boolean }): string | undefined {
  for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
    if (modules.has(path.slice(0, end))) return path.slice(0, end);
  }
  return modules.has("") ? "" : undefined;
}
