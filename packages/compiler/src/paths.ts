import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of this package, from src/ as from dist/. */
export const packageFolder = join(dirname(fileURLToPath(import.meta.url)), "..");

const root = join(packageFolder, "../..");

/** Where this workspace keeps its policies, its schemas and the bundle made of them. */
export const workspace = {
  policies: join(root, "policies"),
  schemas: join(root, "packages/model/dist/schemas"),
  out: join(packageFolder, "dist/bundle"),
} as const;
