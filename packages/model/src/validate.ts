import { results, snapshot, vocabulary } from "./generated/validators.js";

const validators = { results, snapshot, vocabulary };

export type SchemaName = keyof typeof validators;

/** What is wrong with a value: the JSON pointer to it and why. */
export interface Violation {
  readonly pointer: string;
  readonly message: string;
}

/** The first thing that is wrong with a value by one of the schemas, or undefined. */
export function firstViolation(schema: SchemaName, value: unknown): Violation | undefined {
  const validate = validators[schema];
  if (validate(value)) return undefined;
  const errors = validate.errors ?? [];
  // Of the errors below an anyOf the deepest says the most.
  const error = errors.reduce((deepest, next) => (next.instancePath.length > deepest.instancePath.length ? next : deepest));
  const name = error.params.additionalProperty ?? error.params.missingProperty;
  const expected = error.params.allowedValues ?? error.params.allowedValue;
  const detail = name !== undefined && error.keyword === "additionalProperties" ? ` '${name}'` : "";
  const choice = expected === undefined ? "" : ` (${JSON.stringify(expected)})`;
  return { pointer: error.instancePath || "/", message: `${error.message ?? "is invalid"}${detail}${choice}` };
}
