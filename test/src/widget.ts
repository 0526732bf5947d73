import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { type FixtureCommit, type FixtureFile, materialize } from "./git-fixture.ts";

const folder = fileURLToPath(new URL("../fixtures/widget/", import.meta.url));

/** The files of the widget: a small repository whose case holds as far as a clone can show. */
export function widgetFiles(): ReadonlyMap<string, FixtureFile> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = names.filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  return new Map(paths.sort().map((path) => [path, { content: readFileSync(join(folder, path)) }]));
}

/** Makes the widget a git repository, with some files changed or taken away, and more commits on top. */
export function materializeWidget(
  dir: string,
  changes: Readonly<Record<string, string | undefined>> = {},
  commits: readonly FixtureCommit[] = [],
): void {
  const files = new Map(widgetFiles());
  for (const [path, content] of Object.entries(changes)) {
    if (content === undefined) files.delete(path);
    else files.set(path, { content });
  }
  materialize(dir, { files, commits, remote: "https://github.com/acme/widget.git", defaultBranch: "main" });
}
