import { AssureError } from "@assurance-case/model";
import { runOpa } from "./opa.ts";

/** Throws compile/failed with the difference when a policy is not written as `opa fmt` writes it. */
export async function checkFormat(policies: string): Promise<void> {
  const { code, stdout, stderr } = await runOpa(["fmt", "--diff", "--fail", "."], { cwd: policies });
  if (code !== 0) throw new AssureError("compile/failed", `opa fmt would change the policies:\n${stdout}${stderr}`.trim());
}
