import { readFileSync } from "node:fs";

/** The version of the package, written beside the code by the build. */
export const VERSION: string = readFileSync(new URL("./VERSION", import.meta.url), "utf8").trim();
