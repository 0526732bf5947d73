/** Whether a manifest names something to update; null where that cannot be read. */
export function namesDependency(ecosystem: string, text: string): boolean | null {
  return (READERS[ecosystem] ?? (() => true))(text);
}

const READERS: Readonly<Record<string, (text: string) => boolean | null>> = {
  // Of a local action or workflow there is no newer version.
  "github-actions": (text) => /^\s*(?:-\s+)?["']?uses["']?\s*:\s*["']?(?!\.\/)[^\s"']/mu.test(text),
  gomod: (text) => /^\s*(?:require|tool|toolchain)\b/mu.test(text),
  npm: namesPackage,
  pip: (text) => /^\s*[^\s#]/mu.test(text),
  cargo: (text) => /^\s*\[(?:[\w.'"()-]+\.)?(?:dev-|build-)?dependencies\b/mu.test(text),
  docker: namesImage,
};

const GROUPS = ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"];

function namesPackage(text: string): boolean | null {
  try {
    const manifest: unknown = JSON.parse(text.replace(/^\uFEFF/u, ""));
    if (typeof manifest !== "object" || manifest === null) return null;
    const groups = Object.entries(manifest).filter(([key]) => GROUPS.includes(key));
    return groups.some(([, group]) => typeof group === "object" && group !== null && Object.keys(group).length > 0);
  } catch {
    return null;
  }
}

/** An image other than `scratch` and the stages before it; an argument may stand for one. */
function namesImage(text: string): boolean {
  const stages = new Set(["scratch"]);
  for (const [, image = "", stage] of text.matchAll(/^\s*FROM\s+(?:--\S+\s+)*(\S+)(?:\s+AS\s+(\S+))?/gimu)) {
    if (!stages.has(image.toLowerCase())) return true;
    if (stage !== undefined) stages.add(stage.toLowerCase());
  }
  return false;
}
