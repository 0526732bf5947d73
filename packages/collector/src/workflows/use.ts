import { posix } from "node:path";
import type { Image, Use } from "@assurance-case/model";
import type { Tree } from "../tree.ts";
import { isExpression } from "./node.ts";
import { Refusal } from "./refusal.ts";

const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i;
const DIGEST = /@sha256:[0-9a-f]{64}$/i;
const REMOTE = /^([^/@\s]+\/[^/@\s]+(?:\/[^@\s]+)?)@(\S+)$/;
const ACTION_FILES = ["action.yml", "action.yaml", "Dockerfile"];

interface Reference {
  readonly reference: string;
  readonly line: number;
}

/** The `uses:` of a step. A local action is pinned in that it comes with the checked out commit. */
export function stepUse({ reference, line }: Reference, tree: Tree): Use {
  if (isExpression(reference)) return { line, kind: "dynamic", reference, pinned: false };
  if (reference.startsWith("docker://")) return { line, kind: "image", reference, pinned: DIGEST.test(reference) };
  if (!isLocal(reference)) return remoteUse({ reference, line }, "remote-action");
  const folder = localPath(reference);
  const files = ACTION_FILES.map((file) => posix.join(folder ?? "", file));
  const path = folder === undefined ? undefined : files.find((file) => tree.has(file));
  return { line, kind: "local-action", reference, ...(path === undefined ? {} : { path }), pinned: true };
}

/** The `uses:` of a job, a reusable workflow. A local one is of the same commit as its caller. */
export function jobUse({ reference, line }: Reference, tree: Tree): Use {
  if (isExpression(reference)) return { line, kind: "dynamic", reference, pinned: false };
  if (!isLocal(reference)) return remoteUse({ reference, line }, "remote-workflow");
  const path = localPath(reference);
  const found = path !== undefined && tree.has(path);
  return { line, kind: "local-workflow", reference, ...(found ? { path } : {}), pinned: true };
}

/** An image of `container`, `services` or `docker://`. */
export function imageOf({ reference, line }: Reference): Image {
  return { line, reference, pinned: DIGEST.test(reference) };
}

function isLocal(reference: string): boolean {
  return reference === "." || reference.startsWith("./") || reference.startsWith(".\\");
}

/** The path from the repository's root; undefined for one that leads out of it. */
function localPath(reference: string): string | undefined {
  const path = posix.normalize(reference.replaceAll("\\", "/")).replace(/\/$/, "");
  if (path === "." || path === "") return "";
  return path === ".." || path.startsWith("../") || path.startsWith("/") ? undefined : path;
}

function remoteUse({ reference, line }: Reference, kind: "remote-action" | "remote-workflow"): Use {
  const [, action, ref] = REMOTE.exec(reference) ?? [];
  if (action === undefined || ref === undefined) throw new Refusal(`'${reference}' is not of the form owner/name@ref`, line);
  return { line, kind, reference, action: action.toLowerCase(), ref, pinned: COMMIT.test(ref) };
}
