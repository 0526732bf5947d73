import { folderOf } from "@assurance-case/markdown";
import { comparePlaces, type Directive, type Fact, type Facts, observed } from "@assurance-case/model";
import { foldersOf, type ReadBlob, type Tree } from "../tree.ts";
import { directiveWords } from "./directive.ts";
import { goModules, moduleOf } from "./modules.ts";
import { outputOf } from "./output.ts";

type Generate = Extract<Facts["generate"], { status: "observed" }>["value"];

export interface GenerateInput {
  readonly tree: Tree;
  readonly readBlob: ReadBlob;
  /** Lines of the tree's Go files that begin with `//go:generate`. */
  readonly lines: readonly GenerateLine[];
}

interface GenerateLine {
  readonly path: string;
  readonly line: number;
  readonly text: string;
}

/** The go:generate directives that `go generate ./...` runs, with what each writes. */
export async function collectGenerate({ tree, readBlob, lines }: GenerateInput): Promise<Fact<Generate>> {
  const modules = new Set(goModules(tree));
  const folders = foldersOf(tree);
  const directives: Directive[] = [];
  for (const line of [...lines].sort(comparePlaces)) {
    const parsed = isLeftOut(line.path) ? undefined : directiveWords(line.text);
    if (parsed === undefined || (parsed.valid && parsed.words[0] === "-command")) continue;
    const words = parsed.valid ? await expanded(parsed.words, line, { tree, readBlob }) : [];
    const module = moduleOf(line.path, modules);
    const output = parsed.valid
      ? outputOf(words, folderOf(line.path), tree, folders)
      : ({ status: "unavailable", reason: parsed.reason } as const);
    directives.push({
      path: line.path,
      line: line.line,
      program: baseName(words[0] ?? ""),
      ...(module === undefined ? {} : { module }),
      output: output.status === "observed" ? output : { ...output, path: line.path, line: line.line },
    });
  }
  return observed({ directives });
}

/** `./...` does not match these: https://pkg.go.dev/cmd/go#hdr-Package_lists_and_patterns */
function isLeftOut(path: string): boolean {
  const parts = path.split("/");
  const name = parts.pop() ?? "";
  return /^[._]/.test(name) || parts.some((part) => part === "vendor" || part === "testdata" || /^[._]/.test(part));
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

const VARIABLE = /\$(?:\{(\w+)\}|(\w+))/g;

/** Fills in what go generate sets, where a commit can tell it; what the machine decides stays as it is. */
async function expanded(
  words: readonly string[],
  { path, line }: GenerateLine,
  files: Pick<GenerateInput, "tree" | "readBlob">,
): Promise<readonly string[]> {
  const values: Record<string, string> = { GOFILE: baseName(path), GOLINE: String(line) };
  if (words.some((word) => word.includes("GOPACKAGE"))) {
    const name = await packageOf(path, files);
    if (name !== undefined) values["GOPACKAGE"] = name;
  }
  const fill = (written: string, braced?: string, bare?: string) => {
    const name = braced ?? bare ?? "";
    return Object.hasOwn(values, name) ? (values[name] ?? written) : written;
  };
  // $DOLLAR last: what it makes is no variable.
  return words.map((word) => word.replace(VARIABLE, fill).replace(/\$(?:\{DOLLAR\}|DOLLAR\b)/g, "$"));
}

const COMMENTS = /\/\*[\s\S]*?\*\/|\/\/[^\n]*/g;

async function packageOf(
  path: string,
  { tree, readBlob }: Pick<GenerateInput, "tree" | "readBlob">,
): Promise<string | undefined> {
  const file = tree.get(path);
  if (file === undefined) return undefined;
  const text = (await readBlob(file.oid)).toString("utf8").replace(COMMENTS, "");
  return /^\s*package\s+(\w+)/.exec(text)?.[1];
}
