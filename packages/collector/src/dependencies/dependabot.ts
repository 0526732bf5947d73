import { AssureError, type Blind, type Dependabot, type Fact, observed } from "@assurance-case/model";
import { blindOf } from "../git/blind.ts";
import { type ReadBlob, SUBMODULE, SYMLINK, type Tree } from "../tree.ts";
import { entry, mappingOf, scalarOf, textAt, textsOf } from "../workflows/node.ts";
import { Refusal } from "../workflows/refusal.ts";
import { type Mapping, type Node, parseYaml } from "../workflows/yaml.ts";

/** https://docs.github.com/en/code-security/dependabot/working-with-dependabot/dependabot-options-reference */
const PATHS = [".github/dependabot.yml", ".github/dependabot.yaml"];
/** Options with which an entry does not update all that it names, or elsewhere. */
const NARROWING = ["allow", "exclude-paths", "multi-ecosystem-group", "target-branch"];
/** open-pull-requests-limit where it is not stated. */
const LIMIT = 5;

type Update = Dependabot["updates"][number];

/** The entries of dependabot.yml, or why GitHub would not read it. */
export async function collectDependabot(tree: Tree, readBlob: ReadBlob): Promise<Fact<Dependabot>> {
  const [found, other] = PATHS.flatMap((path) => tree.get(path) ?? []);
  if (found === undefined) return { status: "absent", reason: `The tree has no ${PATHS.join(" or ")}.` };
  const { path, mode, oid } = found;
  if (other !== undefined) return broken(path, 1, `${other.path} is there, too: which of them counts is not known`);
  if (mode === SYMLINK || mode === SUBMODULE) return broken(path, 1, "it is not a regular file");
  try {
    return observed({ path, updates: updatesOf((await readBlob(oid)).toString("utf8")) });
  } catch (error) {
    if (error instanceof Refusal) return broken(path, error.line, error.message);
    if (error instanceof AssureError && error.code === "collect/limit") return broken(path, 1, error.message);
    return { ...blindOf(error, false), path };
  }
}

function updatesOf(text: string): Update[] {
  const root = mappingOf(parseYaml(text), "the file");
  if (textAt(root, "version") !== "2") throw new Refusal("'version' is not 2", root.line);
  const updates = entry(root, "updates");
  if (updates?.value.kind !== "sequence") throw new Refusal("'updates' is no list", root.line);
  return updates.value.items.map((item) => updateOf(mappingOf(item, "an update")));
}

function updateOf(update: Mapping): Update {
  const ecosystem = textAt(update, "package-ecosystem");
  if (ecosystem === undefined) throw new Refusal("'package-ecosystem' is missing", update.line);
  const ignores = ignoresOf(entry(update, "ignore")?.value);
  const ignoresAll = ignores.some(({ dependency, always }) => dependency === "*" && always);
  return {
    line: update.line,
    ecosystem,
    directories: directoriesOf(update),
    limit: limitOf(update),
    ignores,
    narrowed: [...NARROWING.filter((key) => entry(update, key) !== undefined), ...(ignoresAll ? ["ignore"] : [])],
  };
}

function directoriesOf(update: Mapping): string[] {
  const many = entry(update, "directories");
  const directories =
    many === undefined ? [textAt(update, "directory")] : textsOf(many.value, "a directory").map(({ text }) => text);
  if (directories.length === 0 || directories.includes(undefined)) throw new Refusal("'directory' is missing", update.line);
  return directories.filter((directory) => directory !== undefined);
}

function limitOf(update: Mapping): number {
  const found = entry(update, "open-pull-requests-limit");
  if (found === undefined) return LIMIT;
  const { text, line } = scalarOf(found.value, "'open-pull-requests-limit'");
  if (!/^\d{1,6}$/u.test(text)) throw new Refusal("'open-pull-requests-limit' is no number", line);
  return Number(text);
}

function ignoresOf(node: Node | undefined): Update["ignores"] {
  if (node?.kind !== "sequence") return [];
  return node.items.map((item) => {
    const rule = mappingOf(item, "an ignore rule");
    const always = entry(rule, "versions") === undefined && entry(rule, "update-types") === undefined;
    return { line: rule.line, dependency: textAt(rule, "dependency-name") ?? "*", always };
  });
}

function broken(path: string, line: number, reason: string): Blind {
  return { status: "error", reason, path, line };
}
