import { posix } from "node:path";
import type { Fact } from "@assurance-case/model";
import type { Tree } from "../tree.ts";

/** Options that name the file a generator writes; `-destination` is mockgen's. */
const OUTPUT_OPTION = /^(?:-o|--?output|--?out|--?destination)(?:=(.*))?$/;

/** The file that a directive writes: the value of its output option, or its last argument. */
export function outputOf(words: readonly string[], folder: string, tree: Tree, folders: ReadonlySet<string>): Fact<string> {
  const named = namedOutput(words) ?? lastArgument(words);
  if (named === undefined) return unseen("it names no output");
  if (/\$/.test(named)) return unseen(`the output '${named}' depends on the environment`);
  const path = posix.join(folder, named).replace(/\/$/, "");
  if (named.startsWith("/") || path === ".." || path.startsWith("../"))
    return unseen(`the output '${named}' is outside the repository`);
  if (folders.has(path === "." ? "" : path)) return unseen(`'${path}' is a folder`);
  return tree.has(path) ? { status: "observed", value: path } : unseen(`'${path}' is not tracked`);
}

function namedOutput(words: readonly string[]): string | undefined {
  for (const [at, word] of words.entries()) {
    const option = OUTPUT_OPTION.exec(word);
    if (option !== null) return option[1] ?? words[at + 1];
  }
  return undefined;
}

function lastArgument(words: readonly string[]): string | undefined {
  const last = words.length - 1;
  const word = words[last];
  if (last < 1 || word === undefined || word.startsWith("-")) return undefined;
  return last < inputsEnd(words) ? undefined : word;
}

/** The number of leading words that are the program of `go run`: its flags, then .go files or one package. */
function inputsEnd(words: readonly string[]): number {
  if (words[0] !== "go" || words[1] !== "run") return 1;
  let at = 2;
  while (words[at]?.startsWith("-")) at += takesValue(words[at] ?? "") ? 2 : 1;
  if (!words[at]?.endsWith(".go")) return at + 1;
  while (words[at]?.endsWith(".go")) at += 1;
  return at;
}

const VALUED = new Set([
  "C",
  "p",
  "exec",
  "mod",
  "modfile",
  "overlay",
  "tags",
  "ldflags",
  "gcflags",
  "asmflags",
  "gccgoflags",
  "buildmode",
  "compiler",
  "coverpkg",
  "covermode",
  "installsuffix",
  "pgo",
  "pkgdir",
  "toolexec",
]);

function takesValue(flag: string): boolean {
  return VALUED.has(flag.replace(/^--?/, ""));
}

function unseen(reason: string): Fact<string> {
  return { status: "unavailable", reason };
}
