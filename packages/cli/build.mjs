// Bundles the command into dist/, with the compiled policies and the embedded example beside it.
import { chmodSync, cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

const here = new URL(".", import.meta.url).pathname;
const { version } = JSON.parse(readFileSync(`${here}package.json`, "utf8"));

rmSync(`${here}dist/bin`, { recursive: true, force: true });
await build({
  entryPoints: { assure: `${here}src/bin.ts`, run: `${here}src/run.ts` },
  outdir: `${here}dist/bin`,
  chunkNames: "[name]-[hash]",
  define: { ASSURE_VERSION: JSON.stringify(version) },
  // opa-wasm loads a YAML library for builtins that policies/capabilities.json refuses.
  alias: { yaml: `${here}src/no-yaml.ts` },
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: "linked",
  // What CommonJS dependencies expect to find.
  banner: {
    js: "import{createRequire as assureRequire}from'node:module';const require=assureRequire(import.meta.url),__filename=import.meta.filename;",
  },
});
const bin = `${here}dist/bin/assure.js`;
writeFileSync(bin, `#!/usr/bin/env node\n${readFileSync(bin, "utf8")}`);
chmodSync(bin, 0o755);
cpSync(`${here}../compiler/dist/bundle`, `${here}dist/bundle`, { recursive: true });
cpSync(`${here}example`, `${here}dist/example`, { recursive: true });
