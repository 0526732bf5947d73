import type { Definition, Nodes } from "mdast";
import type { CodeSpan, Image, Link } from "./document.ts";
import { attributePattern, attributeValue, htmlParts } from "./html.ts";
import { inlineText, isBelow, placeOf, type Visit, walk } from "./tree.ts";

const HREF = attributePattern("a", "href");
const SRC = attributePattern("img", "src");
const LINKS: ReadonlySet<Nodes["type"]> = new Set(["link", "linkReference"]);

interface References {
  readonly links: readonly Link[];
  readonly images: readonly Image[];
  readonly codeSpans: readonly CodeSpan[];
}

/** Links, images and code spans in the order of the document. */
export function referencesOf(root: Nodes, text: string): References {
  const visits = [...walk(root)];
  const urls = definitionsOf(visits);
  return {
    links: visits.flatMap(({ node }) => linksAt(node, urls, text)),
    images: visits.flatMap(({ node }) => imagesAt(node, urls)),
    codeSpans: visits.flatMap((visit) => codeSpansAt(visit)),
  };
}

/** The first definition of a label wins, as CommonMark has it. */
function definitionsOf(visits: readonly Visit[]): ReadonlyMap<string, string> {
  const definitions = visits.map(({ node }) => node).filter((node): node is Definition => node.type === "definition");
  return new Map(definitions.reverse().map(({ identifier, url }) => [identifier, url]));
}

function linksAt(node: Nodes, urls: ReadonlyMap<string, string>, text: string): readonly Link[] {
  const { end: _, ...place } = placeOf(node);
  if (node.type === "link") {
    const kind = text[place.start] === "<" ? "autolink" : "inline";
    return [{ ...place, kind, url: node.url, text: inlineText(node) }];
  }
  if (node.type === "linkReference")
    return [{ ...place, kind: "reference", url: urls.get(node.identifier) ?? "", text: inlineText(node) }];
  return [...htmlParts(node, HREF)].map(({ match, ...at }) => ({ ...at, kind: "html", url: attributeValue(match), text: "" }));
}

function imagesAt(node: Nodes, urls: ReadonlyMap<string, string>): readonly Image[] {
  const { end: _, ...place } = placeOf(node);
  if (node.type === "image") return [{ ...place, url: node.url, alt: node.alt ?? "" }];
  if (node.type === "imageReference") return [{ ...place, url: urls.get(node.identifier) ?? "", alt: node.alt ?? "" }];
  return [...htmlParts(node, SRC)].map(({ match, ...at }) => ({ ...at, url: attributeValue(match), alt: "" }));
}

function codeSpansAt(visit: Visit): readonly CodeSpan[] {
  if (visit.node.type !== "inlineCode") return [];
  const { end: _, ...place } = placeOf(visit.node);
  return [{ ...place, text: visit.node.value, inLink: isBelow(visit, LINKS) }];
}
