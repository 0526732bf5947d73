import { type Block, type Heading, type MarkdownDocument, parseMarkdown, textOf } from "@assurance-case/markdown";
import { AssureError, type Blind, type Fact, type Maintainers, observed } from "@assurance-case/model";
import { blindOf } from "./git/blind.ts";
import { type ReadBlob, SUBMODULE, SYMLINK, type Tree } from "./tree.ts";

/** Where projects list them, the likeliest first. */
const DOCUMENTS = ["MAINTAINERS.md", "docs/MAINTAINERS.md", ".github/MAINTAINERS.md", "OWNERS.md", "COMMITTERS.md"];
/** Those below such a heading maintain no more, or not yet. */
const OTHERS =
  /\b(?:emerit(?:us|i|a|ae)|former|alumni|alumnus|past|previous|retired|inactive|reviewers?|triagers?|contributors?)\b/iu;

/** How many current maintainers the repository's document lists: rows of its tables, else items of its lists. No names. */
export async function collectMaintainers(tree: Tree, readBlob: ReadBlob): Promise<Fact<Maintainers>> {
  const entry = DOCUMENTS.map((path) => tree.get(path)).find((found) => found !== undefined);
  if (entry === undefined) {
    return { status: "absent", reason: `The tree has none of ${DOCUMENTS.join(", ")}.` };
  }
  const { path, mode, oid } = entry;
  if (mode === SYMLINK || mode === SUBMODULE) return unavailable(path, "It is no regular file.");
  try {
    const document = parseMarkdown((await readBlob(oid)).toString("utf8"));
    if ("problem" in document) return unavailable(path, "The document is too large, or nested too deeply, to be read.");
    return observed({ path, ...countIn(document) });
  } catch (error) {
    if (error instanceof AssureError && error.code === "collect/limit") return unavailable(path, error.message);
    return { ...blindOf(error, false), path };
  }
}

function countIn(document: MarkdownDocument): { readonly count: number; readonly line: number } {
  const current = document.blocks.filter((block) => !isOfOthers(document.headings, block));
  const rows = rowsOf(current);
  const listed = rows.length > 0 ? rows : current.filter(({ kind, parent }) => kind === "item" && parent?.kind !== "item");
  return { count: listed.length, line: listed[0]?.line ?? 1 };
}

/** The rows of tables that hold anything, without the first of each, which is the head. */
function rowsOf(blocks: readonly Block[]): readonly Block[] {
  const filled = new Set(blocks.flatMap((block) => (block.kind === "cell" && textOf(block).trim() !== "" ? [block.parent] : [])));
  const heads = new Set<Block | undefined>();
  return blocks.filter((block) => {
    if (block.kind !== "row") return false;
    const isHead = !heads.has(block.parent);
    heads.add(block.parent);
    return !isHead && filled.has(block);
  });
}

/** By any of the headings around it. */
function isOfOthers(headings: readonly Heading[], { start }: Block): boolean {
  return headings.some((heading) => heading.start <= start && start < heading.sectionEnd && OTHERS.test(heading.text));
}

function unavailable(path: string, reason: string): Blind {
  return { status: "unavailable", reason, path };
}
