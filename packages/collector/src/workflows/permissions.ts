import type { Permissions } from "@assurance-case/model";
import { entry, isNull, scalarOf } from "./node.ts";
import { Refusal } from "./refusal.ts";
import type { Mapping } from "./yaml.ts";

/** The `permissions:` of a workflow or job. Names of scopes are not checked: GitHub adds new ones. */
export function permissionsOf(mapping: Mapping): Permissions | undefined {
  const written = mapping.entries.get("permissions");
  if (written !== undefined && isNull(written.value)) throw new Refusal("'permissions' is empty", written.line);
  const found = entry(mapping, "permissions");
  if (found === undefined) return undefined;
  const { line, value } = found;
  if (value.kind === "mapping") return { line, scopes: scopesOf(value) };
  const all = scalarOf(value, "'permissions'").text;
  if (all !== "read-all" && all !== "write-all")
    throw new Refusal(`'permissions' is neither a mapping, nor read-all or write-all`, line);
  return { line, all: all === "read-all" ? "read" : "write", scopes: {} };
}

function scopesOf(mapping: Mapping): Record<string, string> {
  const scopes = [...mapping.entries].map(([scope, { line, value }]) => {
    const access = scalarOf(value, `the permission '${scope}'`).text;
    if (!["read", "write", "none"].includes(access))
      throw new Refusal(`the permission '${scope}' is neither read, write nor none`, line);
    return [scope, access] as const;
  });
  return Object.fromEntries(scopes);
}
