import { join } from "node:path";
import { AssureError } from "@assurance-case/model";
import { runOpa } from "./opa.ts";
import type { Prepared } from "./prepare.ts";

/** `opa check --strict` with the capabilities of WASM and the schema of the input. Throws compile/failed. */
export async function checkPolicies({ policies, folder, allFiles }: Prepared): Promise<void> {
  const schema = join(folder, "input.schema.json");
  const args = [
    "check",
    "--strict",
    "--max-errors",
    "50",
    "--capabilities",
    "capabilities.json",
    "--schema",
    schema,
    ...allFiles,
  ];
  const { code, stderr } = await runOpa(args, { cwd: policies });
  if (code !== 0) throw new AssureError("compile/failed", `The policies in ${policies} do not pass opa check:\n${stderr.trim()}`);
}
