import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { claimPages } from "./claim-pages.ts";

// pnpm docs: writes docs/claims anew.
const folder = new URL("../../../docs/claims/", import.meta.url);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const [name, text] of claimPages()) writeFileSync(new URL(name, folder), text);
