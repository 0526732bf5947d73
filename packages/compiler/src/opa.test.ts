import { chmodSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { findOpa, opaVersion } from "./opa.ts";

function program(version: string): string {
  const path = join(mkdtempSync(join(tmpdir(), "assurance-case-opa-")), "opa");
  writeFileSync(path, `#!/bin/sh\necho "Version: ${version}"\n`);
  chmodSync(path, 0o755);
  return path;
}

const cache = "/nonexistent/opa";

test("$OPA comes first", async () => {
  const path = program(opaVersion);
  expect(await findOpa({ PATH: process.env.PATH, OPA: path })).toBe(path);
});

test("$OPA of another version is refused, not passed over", async () => {
  await expect(findOpa({ PATH: process.env.PATH, OPA: program("0.1.0") })).rejects.toMatchObject({
    code: "compile/no-opa",
    message: expect.stringContaining("is version 0.1.0"),
  });
  await expect(findOpa({ PATH: process.env.PATH, OPA: "/nonexistent" })).rejects.toMatchObject({ code: "compile/no-opa" });
});

test("opa on PATH is used when it is the version", async () => {
  expect(await findOpa({ PATH: `${dirname(program(opaVersion))}:/bin` }, { cache })).toBe("opa");
});

test("with neither OPA nor Go it is said how to get one", async () => {
  const folder = mkdtempSync(join(tmpdir(), "assurance-case-empty-"));
  await expect(findOpa({ PATH: folder }, { cache: join(folder, "opa"), note: () => undefined })).rejects.toMatchObject({
    code: "compile/no-opa",
    hint: expect.stringContaining("https://go.dev/dl"),
  });
});
