// Bundles the command into dist/, with the compiled policies and the embedded example beside it.
// One CommonJS file starts faster than ES modules do: 0.52 s against 0.59 s for a whole run on Dalec's clone.
import { chmodSync, cpSync, readFileSync, rmSync } from "node:fs";
import { build } from "esbuild";

const here = new URL(".", import.meta.url).pathname;
const { version } = JSON.parse(readFileSync(`${here}package.json`, "utf8"));

// A file of its own for what not every run needs: the validators are a third of all code.
const beside = (filter, path) => ({
  name: path,
  setup: ({ onResolve }) => onResolve({ filter }, ({ kind }) => (kind === "entry-point" ? undefined : { path, external: true })),
});
const plugins = [beside(/\/run\.ts$/, "./run.cjs"), beside(/^@assurance-case\/model\/validate$/, "./validate.cjs")];

const common = {
  bundle: true,
  format: "cjs",
  platform: "node",
  target: "node20.19",
  minify: true,
  plugins,
  legalComments: "linked",
};

rmSync(`${here}dist/bin`, { recursive: true, force: true });
await build({
  ...common,
  entryPoints: [`${here}src/run.ts`],
  outfile: `${here}dist/bin/run.cjs`,
  define: { ASSURE_VERSION: JSON.stringify(version), "import.meta.url": "assureUrl" },
  banner: { js: "const assureUrl=require('node:url').pathToFileURL(__filename).href;" },
  // opa-wasm loads a YAML library for builtins that policies/capabilities.json refuses.
  alias: { yaml: `${here}src/no-yaml.ts` },
});
await build({ ...common, entryPoints: ["@assurance-case/model/validate"], outfile: `${here}dist/bin/validate.cjs` });
await build({
  ...common,
  entryPoints: [`${here}src/bin.ts`],
  outfile: `${here}dist/bin/assure.cjs`,
  banner: { js: "#!/usr/bin/env node" },
});
chmodSync(`${here}dist/bin/assure.cjs`, 0o755);
cpSync(`${here}../compiler/dist/bundle`, `${here}dist/bundle`, { recursive: true });
cpSync(`${here}example`, `${here}dist/example`, { recursive: true });
