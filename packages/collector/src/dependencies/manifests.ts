import { folderOf } from "@assurance-case/markdown";
import { AssureError, type Dependabot, type Fact, type Manifests, observed } from "@assurance-case/model";
import { blindOf } from "../git/blind.ts";
import { type ReadBlob, SUBMODULE, SYMLINK, type Tree, type TreeEntry } from "../tree.ts";
import { isInDirectory } from "./directories.ts";
import { namesDependency } from "./names-dependency.ts";

type Manifest = Manifests["manifests"][number];

const MAX_MANIFESTS = 500;
const MAX_BYTES = 16 * 1024 * 1024;
/** Files by which dependabot knows an ecosystem, as it names it. */
const KINDS: readonly (readonly [ecosystem: string, path: RegExp])[] = [
  ["github-actions", /^\.github\/workflows\/[^/]+\.ya?ml$|(?:^|\/)action\.ya?ml$/],
  ["gomod", /(?:^|\/)go\.mod$/],
  ["npm", /(?:^|\/)package\.json$/],
  ["pip", /(?:^|\/)(?:requirements[^/]*\.txt|requirements\/[^/]+\.txt|pyproject\.toml|setup\.(?:py|cfg)|Pipfile)$/],
  ["cargo", /(?:^|\/)Cargo\.toml$/],
  ["docker", /(?:^|\/)(?:[^/]*\.)?(?:Dockerfile|Containerfile)(?:\.[^/]*)?$/i],
  ["docker-compose", /(?:^|\/)(?:docker-)?compose[^/]*\.ya?ml$/],
  ["pre-commit", /^\.pre-commit-config\.yaml$/],
  ["gitsubmodule", /^\.gitmodules$/],
];
/** What is installed there has manifests of its own, which nobody updates by hand. */
const INSTALLED = /(?:^|\/)(?:node_modules|vendor)\//;

/** The manifests of a tree, each with whether it names a dependency, and the lines of the entries that it is in. */
export async function collectManifests(tree: Tree, readBlob: ReadBlob, dependabot: Fact<Dependabot>): Promise<Fact<Manifests>> {
  const updates = dependabot.status === "observed" ? dependabot.value.updates : [];
  const found = [...tree.values()].flatMap((entry) =>
    KINDS.flatMap(([kind, path]) => (isManifest(entry, path) ? [{ kind, entry }] : [])),
  );
  const manifests: Manifest[] = [];
  let bytesLeft = MAX_BYTES;
  try {
    for (const { kind, entry } of found.slice(0, MAX_MANIFESTS)) {
      const text = bytesLeft < 0 ? undefined : await textOf(entry, readBlob);
      bytesLeft -= text?.length ?? 0;
      const folder = kind === "github-actions" && entry.path.startsWith(".github/workflows/") ? "" : folderOf(entry.path);
      const entries = updates.filter(
        ({ ecosystem, directories }) => ecosystem === kind && directories.some((directory) => isInDirectory(folder, directory)),
      );
      manifests.push({
        path: entry.path,
        ecosystem: kind,
        dependencies: text === undefined ? null : namesDependency(kind, text),
        entries: entries.map(({ line }) => line),
      });
    }
    return observed({ count: found.length, manifests });
  } catch (error) {
    return blindOf(error, false);
  }
}

function isManifest({ path, mode }: TreeEntry, pattern: RegExp): boolean {
  return mode !== SYMLINK && mode !== SUBMODULE && pattern.test(path) && !INSTALLED.test(path);
}

async function textOf({ oid }: TreeEntry, readBlob: ReadBlob): Promise<string | undefined> {
  try {
    return (await readBlob(oid)).toString("utf8");
  } catch (error) {
    if (error instanceof AssureError && error.code === "collect/limit") return undefined;
    throw error;
  }
}
