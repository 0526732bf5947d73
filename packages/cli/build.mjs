// Bundles the command into dist/, with the compiled policies and the embedded example beside it.
// CommonJS starts faster than ES modules do, and a file for each dynamic import lets git start before the rest is loaded.
import { chmodSync, cpSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { build } from "esbuild";

const here = new URL(".", import.meta.url).pathname;
const bin = `${here}dist/bin`;
const { version } = JSON.parse(readFileSync(`${here}package.json`, "utf8"));
const common = { platform: "node", target: "node20.19", minify: true, outdir: bin, outExtension: { ".js": ".cjs" } };

rmSync(bin, { recursive: true, force: true });
// Only ES modules can be split, and only then become CommonJS.
await build({
  ...common,
  bundle: true,
  splitting: true,
  format: "esm",
  entryPoints: { assure: `${here}src/bin.ts`, run: `${here}src/run.ts` },
  define: { ASSURE_VERSION: JSON.stringify(version) },
  // opa-wasm loads a YAML library for builtins that policies/capabilities.json refuses.
  alias: { yaml: `${here}src/no-yaml.ts` },
  legalComments: "linked",
});
await build({
  ...common,
  allowOverwrite: true,
  format: "cjs",
  entryPoints: readdirSync(bin).flatMap((name) =>
    name.endsWith(".cjs") ? [{ in: `${bin}/${name}`, out: name.slice(0, -4) }] : [],
  ),
  loader: { ".cjs": "js" },
  supported: { "dynamic-import": false },
  define: { "import.meta.url": "assureUrl" },
  banner: { js: "'use strict';const assureUrl=require('node:url').pathToFileURL(__filename).href;" },
});
chmodSync(`${bin}/assure.cjs`, 0o755);
cpSync(`${here}../compiler/dist/bundle`, `${here}dist/bundle`, { recursive: true });
cpSync(`${here}example`, `${here}dist/example`, { recursive: true });
