import { AssureError } from "@assurance-case/model";

/** One thing in which the policies do not keep to their conventions. */
export interface Fault {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** Throws compile/convention with every fault, if there is one. */
export function refuse(faults: readonly Fault[]): void {
  if (faults.length === 0) return;
  const lines = faults.map(({ file, line, message }) => `policies/${file}:${line}: ${message}`).sort();
  throw new AssureError("compile/convention", lines.join("\n"), { hint: "policies/README.md says how a policy is written." });
}
