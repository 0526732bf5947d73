import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { workspace } from "../src/paths.ts";

export const statement = `sha256:${"a".repeat(64)}`;

/** METADATA of a policy for claim C1.1 with one check. */
export function metadata(check = "facts: [tags]", custom = ""): string {
  return `# METADATA
# title: Title
# description: Description.
# custom:
#   claim: C1.1
#   strategy: S1
#   statement: ${statement}${custom}
#   checks:
#     holds:
#       title: It holds
#       weight: required
#       grade: observed
#       ${check}
#       remedy: Mend it.
`;
}

/** A folder of policies: the roll-up of this workspace and the given policies, by path. */
export function samplePolicies(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "assurance-case-policies-"));
  for (const part of ["main.rego", "lib", "checks/evidence", "capabilities.json", "vocabulary"])
    cpSync(join(workspace.policies, part), join(folder, part), { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}
