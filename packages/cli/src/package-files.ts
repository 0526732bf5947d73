import { fileURLToPath } from "node:url";

/** What the package carries beside its code: the compiled policies and the embedded example. */
export const BUNDLE_FOLDER = fileURLToPath(new URL("../bundle/", import.meta.url));
export const EXAMPLE_SNAPSHOT = fileURLToPath(new URL("../example/dalec.snapshot.json", import.meta.url));
