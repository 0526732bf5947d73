import { AssureError } from "@assurance-case/model";

/** A date given as YYYY-MM-DD. Throws `usage/invalid` for anything else. */
export function dateOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const day = /^\d{4}-\d{2}-\d{2}$/u.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  if (day !== undefined && !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(text)) return text;
  throw new AssureError("usage/invalid", `--at ${text} is no date.`, { hint: "Write it as YYYY-MM-DD, such as 2026-01-31." });
}
