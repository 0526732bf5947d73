import { decoded, folderOf, MAX_PATH, pathFrom } from "@assurance-case/markdown";
import type { EvidenceLink } from "@assurance-case/model";

/** What a link leads to: the part of an evidence link that its address decides. */
export type LinkTarget = Pick<EvidenceLink, "target" | "kind" | "path" | "anchor">;

/**
 * What an address in the case means: a path from the repository's root, or a site. Invalid when it leads out of the
 * repository or is neither. A `target` is the key that the same place always has.
 */
export function resolveTarget(casePath: string, href: string): LinkTarget {
  if (href.trim() === "" || href.includes("\0")) return { target: href, kind: "invalid" };
  if (href.startsWith("//")) return siteTarget(`https:${href}`);
  if (/^https?:/i.test(href)) return siteTarget(href);
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(href)?.[0];
  // What follows another scheme can be the address of a person.
  if (scheme !== undefined) return { target: scheme.toLowerCase(), kind: "invalid" };
  return pathTarget(casePath, href);
}

function siteTarget(address: string): LinkTarget {
  try {
    const url = new URL(address);
    url.username = "";
    url.password = "";
    return { target: url.href, kind: "site" };
  } catch {
    return { target: "https:", kind: "invalid" };
  }
}

function pathTarget(casePath: string, href: string): LinkTarget {
  const hash = href.indexOf("#");
  const anchor = hash < 0 ? "" : decoded(href.slice(hash + 1));
  const written = decoded((hash < 0 ? href : href.slice(0, hash)).replace(/\?.*$/s, ""));
  const path = written === "" ? casePath : pathFrom(written.startsWith("/") ? "" : folderOf(casePath), written);
  if (path === undefined || path.length > MAX_PATH || path.includes("\0") || anchor.includes("\0"))
    return { target: href, kind: "invalid" };
  // A path with a number sign of its own keeps it encoded in the key, so that it is no anchor.
  const key = path.replaceAll("#", "%23");
  return anchor === "" ? { target: key, kind: "path", path } : { target: `${key}#${anchor}`, kind: "path", path, anchor };
}
