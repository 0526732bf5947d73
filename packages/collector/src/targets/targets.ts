import {
  AssureError,
  type Blind,
  type EvidenceLink,
  type Fact,
  type Facts,
  observed,
  type Target,
  type Vocabulary,
} from "@assurance-case/model";
import { blindOf } from "../git/blind.ts";
import { foldersOf, type ReadBlob, type Tree, type TreeEntry } from "../tree.ts";
import { type DescribeAnchor, markdownDocument } from "./document.ts";
import { countLines, lineSection } from "./lines.ts";
import { type Place, resolvePath } from "./resolve.ts";
import { type ReadStatements, statementReader } from "./statements.ts";

type Targets = Extract<Facts["targets"], { readonly status: "observed" }>["value"];

export interface TargetsRequest {
  readonly tree: Tree;
  readonly readBlob: ReadBlob;
  readonly links: readonly Pick<EvidenceLink, "target" | "kind" | "path" | "anchor">[];
  readonly vocabulary: Pick<Vocabulary, "terms" | "negations" | "options">;
}

/** A file of the tree, read once for all anchors that are cited of it. */
interface CitedFile {
  readonly facts: Pick<Target, "blob" | "lines">;
  readonly describe: (anchor: string | undefined) => Partial<Target>;
}

interface Reading extends Place {
  readonly read: ReadStatements;
  readonly files: Map<string, Promise<CitedFile>>;
  bytesLeft: number;
}

/** Of more targets the first by key are looked at; a target that is not there is unknown to the policies. */
const MAX_TARGETS = 500;
const MAX_BYTES = 8 * 1024 * 1024;
const MARKDOWN = /\.(?:md|markdown)$/i;
const LFS_POINTER = "version https://git-lfs.github.com/spec/";

/** What the evidence links of a case lead to, by the links' targets. Sites are not asked. */
export async function collectTargets({ tree, readBlob, links, vocabulary }: TargetsRequest): Promise<Fact<Targets>> {
  const reading: Reading = {
    tree,
    readBlob,
    folders: foldersOf(tree),
    read: statementReader(vocabulary),
    files: new Map(),
    bytesLeft: MAX_BYTES,
  };
  const distinct = new Map(links.map((link) => [link.target, link]));
  const keys = [...distinct.keys()].sort().slice(0, MAX_TARGETS);
  const targets: [string, Target][] = [];
  // One after the other, so that what is beyond the limit of bytes does not depend on timing.
  for (const key of keys) {
    const link = distinct.get(key);
    if (link !== undefined) targets.push([key, await targetOf(reading, link)]);
  }
  return observed({ targets: Object.fromEntries(targets) });
}

async function targetOf(reading: Reading, { kind, path, anchor }: TargetsRequest["links"][number]): Promise<Target> {
  if (kind === "site") {
    return {
      kind,
      response: { status: "not-collected", reason: "sites are asked only with --online, which this version does not have yet" },
    };
  }
  if (kind === "invalid" || path === undefined) return { kind: "invalid" };
  const named: Target = { kind, path, ...(anchor === undefined ? {} : { anchor }) };
  try {
    const { resolution, path: resolvedPath, entry } = await resolvePath(reading, path);
    const resolved = { ...named, resolution, ...(resolvedPath === path ? {} : { resolvedPath }) };
    if (resolution !== "file" || entry === undefined) return resolution === "missing" ? { ...named, resolution } : resolved;
    const file = await fileOf(reading, resolvedPath, entry);
    return { ...resolved, ...file.facts, ...file.describe(anchor) };
  } catch (error) {
    // A symlink's object that is not here: what stands at the path stays unsaid.
    return { ...named, section: blindness(error, path) };
  }
}

function fileOf(reading: Reading, path: string, entry: TreeEntry): Promise<CitedFile> {
  const known = reading.files.get(path);
  if (known !== undefined) return known;
  const file = readFile(reading, path, entry);
  reading.files.set(path, file);
  return file;
}

async function readFile(reading: Reading, path: string, entry: TreeEntry): Promise<CitedFile> {
  const facts = { blob: entry.oid };
  const content = await contentOf(reading, path, entry);
  if (typeof content !== "string") return { facts, describe: (anchor) => unseen(path, anchor, content) };
  const withLines = { ...facts, lines: countLines(content) };
  const describe = MARKDOWN.test(path) ? await markdownDocument(reading, path, content, reading.read) : plainText(path, content);
  return { facts: withLines, describe };
}

/** The text of a file, or why it is not to be had. */
async function contentOf(reading: Reading, path: string, entry: TreeEntry): Promise<string | Blind> {
  const unavailable = (reason: string): Blind => ({ status: "unavailable", reason, path });
  try {
    const bytes = await reading.readBlob(entry.oid);
    reading.bytesLeft -= bytes.length;
    if (reading.bytesLeft < 0) return unavailable(`The cited files have more than ${MAX_BYTES} bytes together.`);
    if (bytes.subarray(0, 8000).includes(0)) return unavailable("The file is binary.");
    const text = bytes.toString("utf8");
    return text.startsWith(LFS_POINTER) ? unavailable("The file is in Git LFS, whose objects are not read.") : text;
  } catch (error) {
    return blindness(error, path);
  }
}

function unseen(path: string, anchor: string | undefined, blind: Blind): Partial<Target> {
  if (MARKDOWN.test(path)) return { section: blind, mentions: blind };
  return anchor === undefined ? {} : { section: blind };
}

/** Of a file that is not Markdown only lines can be cited. */
function plainText(path: string, text: string): DescribeAnchor {
  return (anchor) => {
    if (anchor === undefined) return {};
    const section = lineSection(text, anchor);
    if (section !== undefined) return { section: observed(section) };
    return { section: { status: "absent", reason: `The file has no lines '${anchor}'.`, path } };
  };
}

/** What could not be read as a blind fact; a file that is too large is one that cannot be seen. */
function blindness(error: unknown, path: string): Blind {
  if (error instanceof AssureError && error.code === "collect/limit")
    return { status: "unavailable", reason: error.message, path };
  return { ...blindOf(error, false), path };
}
