// Writes, from schemas/, the TypeScript types, the precompiled validators and the self-contained schemas.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import Ajv from "ajv";
import standaloneCode from "ajv/dist/standalone/index.js";
import { buildSync } from "esbuild";
import { compile } from "json-schema-to-typescript";

const here = dirname(fileURLToPath(import.meta.url));
const sources = join(here, "../../schemas");
const suffix = ".schema.json";

const schemas = new Map(
  readdirSync(sources)
    .filter((file) => file.endsWith(suffix))
    .sort()
    .map((file) => [file.slice(0, -suffix.length), JSON.parse(readFileSync(join(sources, file), "utf8"))]),
);

/** Moves the definitions of a schema that is referred to by file into the one that refers. `opa check -s` follows no file. */
function selfContained(schema) {
  const result = structuredClone(schema);
  const pending = [result];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (typeof node.$ref === "string" && node.$ref.endsWith(suffix)) {
      const name = node.$ref.slice(0, -suffix.length);
      const { definitions, $id, $schema, ...root } = structuredClone(schemas.get(name));
      const title = root.title;
      result.definitions = { ...definitions, [title]: root, ...result.definitions };
      node.$ref = `#/definitions/${title}`;
    }
    for (const child of Object.values(node)) if (child !== null && typeof child === "object") pending.push(child);
  }
  return result;
}

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

const bundled = new Map([...schemas].map(([name, schema]) => [name, selfContained(schema)]));

for (const [name, schema] of bundled) {
  write(join(here, `dist/schemas/${name}${suffix}`), `${JSON.stringify(schema, null, 2)}\n`);
  const types = await compile(schema, schema.title, {
    bannerComment: "",
    additionalProperties: false,
    format: false,
    ignoreMinAndMaxItems: true,
  });
  write(join(here, `src/generated/${name}.ts`), types);
}

const ajv = new Ajv({
  allErrors: false,
  strict: true,
  strictTypes: false,
  allowUnionTypes: true,
  inlineRefs: false,
  code: { source: true, esm: true },
});
for (const schema of bundled.values()) ajv.addSchema(schema);
const validated = ["snapshot", "results", "vocabulary"];
const exported = Object.fromEntries(validated.map((name) => [name, bundled.get(name).$id]));
const { outputFiles } = buildSync({
  stdin: { contents: standaloneCode(ajv, exported), resolveDir: here },
  bundle: true,
  format: "esm",
  platform: "neutral",
  mainFields: ["main"],
  minify: true,
  write: false,
});
write(join(here, "src/generated/validators.js"), outputFiles[0].text);
write(join(here, "dist/generated/validators.js"), outputFiles[0].text);
write(
  join(here, "src/generated/validators.d.ts"),
  `import type { ErrorObject } from "ajv";
interface Validate {
  (data: unknown): boolean;
  errors?: ErrorObject[] | null;
}
${validated.map((name) => `export declare const ${name}: Validate;`).join("\n")}
`,
);
