/** Host and path of a remote. Nothing else of its URL is kept: it can carry a password or a token. */
export interface Remote {
  readonly host: string;
  /** The parts of its path, `.git` at the end taken off. */
  readonly parts: readonly string[];
}

const SCHEMES = new Set(["https:", "http:", "ssh:", "git:", "git+ssh:", "ssh+git:"]);

// https://git-scm.com/docs/git-clone#_git_urls: `[user@]host:path`, when no slash comes before the first colon.
const SCP = /^(?:[^/:@]*@)?([^/:@]+):(?!\/\/)(.+)$/u;

/** Reads the URL of a remote, in any form that git takes; undefined for a path on disk or what is no URL. */
export function parseRemoteUrl(text: string): Remote | undefined {
  // URL parsers differ on these: what git contacts would not be what is read here.
  if (!/^[!-[\]-~]+$/u.test(text)) return undefined;
  if (!/^[a-z+]+:\/\//iu.test(text)) {
    const [, host, path] = SCP.exec(text) ?? [];
    return host === undefined || path === undefined ? undefined : { host: host.toLowerCase(), parts: partsOf(path) };
  }
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !SCHEMES.has(url.protocol)) return undefined;
  return { host: url.hostname.toLowerCase(), parts: partsOf(url.pathname) };
}

function partsOf(path: string): readonly string[] {
  const trimmed = path
    .replace(/^\//u, "")
    .replace(/\/$/u, "")
    .replace(/\.git$/u, "");
  return trimmed.split("/");
}
