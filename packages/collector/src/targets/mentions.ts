import { decoded, folderOf, MAX_PATH, type MarkdownDocument, pathFrom } from "@assurance-case/markdown";
import type { Mentions } from "@assurance-case/model";
import { exists, type Place, resolvePath } from "./resolve.ts";

/** A path that a document names, and the paths from the root that it may mean. */
interface Mention {
  readonly path: string;
  readonly line: number;
  readonly meanings: readonly string[];
}

const MAX_MISSING = 50;

/** A path and nothing else: no glob, placeholder, version, address or home folder; a line number may follow. */
const SPAN = /^(?:\.\/)?((?:[\w.+-]+\/)*[\w.+-]+\.[a-z][a-z0-9]{0,7})(?:(?::|#L)\d+(?:-L?\d+)?)?$/;
/** Names that stand in the root by convention: missing, they are missed. */
const ROOT_DOCUMENT = /^[A-Z][A-Z_-]+\.(?:md|txt|rst)$/;

/** The paths that a document names, in relative links and code spans, and those that the tree does not have. */
export async function mentionsOf(place: Place, document: MarkdownDocument, path: string): Promise<Mentions> {
  const folder = folderOf(path);
  const links = document.links.flatMap((link) => linkMention(link.url, link.line, folder));
  const spans = document.codeSpans.flatMap((span) => (span.inLink ? [] : spanMention(place, span.text, span.line, folder)));
  const missing = new Map<string, Mention>();
  const named = new Set<string>();
  for (const mention of [...links, ...spans]) {
    const isNew = !named.has(mention.path);
    named.add(mention.path);
    if (isNew && !(await anyExists(place, mention.meanings))) missing.set(mention.path, mention);
  }
  const sorted = [...missing.values()].sort((one, other) => (one.path < other.path ? -1 : 1));
  return {
    count: named.size,
    missingCount: sorted.length,
    missing: sorted.slice(0, MAX_MISSING).map((mention) => ({ path: mention.path, line: mention.line })),
  };
}

/** A relative link is a path from the document's folder. One that leaves the repository is a page of GitHub, such as ../../issues. */
function linkMention(url: string, line: number, folder: string): readonly Mention[] {
  if (url === "" || /^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/i.test(url)) return [];
  const written = decoded(url.replace(/[?#].*$/s, ""));
  const path = pathFrom(written.startsWith("/") ? "" : folder, written);
  return path === undefined || path === "" ? [] : [{ path, line, meanings: [path] }];
}

/** A code span is a path when its first folder is there, or it is the name of a file in the root. */
function spanMention(place: Place, text: string, line: number, folder: string): readonly Mention[] {
  const written = SPAN.exec(text)?.[1];
  if (written === undefined || written.length > MAX_PATH || written.includes("..")) return [];
  const bases = [...new Set([folder, ""])];
  const meanings = bases.flatMap((base) => pathFrom(base, written) ?? []);
  const [first = ""] = written.split("/");
  const isPath = written.includes("/")
    ? bases.some((base) => place.folders.has(pathFrom(base, first) ?? ""))
    : ROOT_DOCUMENT.test(written) || meanings.some((meaning) => place.tree.has(meaning));
  return isPath ? [{ path: written, line, meanings }] : [];
}

async function anyExists(place: Place, paths: readonly string[]): Promise<boolean> {
  for (const path of paths) if (exists(await resolvePath(place, path))) return true;
  return false;
}
