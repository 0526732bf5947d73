/** What a commit object says of itself. */
export interface CommitHeader {
  readonly tree: string;
  readonly authoredAt: string;
  readonly committedAt: string;
}

/** Reads the head of a commit object. */
export function parseCommit(object: Buffer): CommitHeader {
  const text = object.toString("latin1");
  const head = text.slice(0, text.indexOf("\n\n") + 1 || undefined);
  const find = (pattern: RegExp): string => pattern.exec(head)?.[1] ?? "";
  return {
    tree: find(/^tree ([0-9a-f]+)$/mu),
    authoredAt: isoDate(find(/^author .*> (.*)$/mu)),
    committedAt: isoDate(find(/^committer .*> (.*)$/mu)),
  };
}

/**
 * A date of git's raw form (`1761927634 -0700`) as ISO 8601 in its own zone. Formatted here, since git writes UTC as
 * `+00:00` or as `Z` by its version. What is no date of a year up to 9999 becomes the epoch, as git has it.
 */
export function isoDate(raw: string): string {
  const [, seconds = "0", sign = "+", hours = "00", minutes = "00"] = /^(\d{1,12}) ([+-])(\d{2})(\d{2})$/u.exec(raw) ?? [];
  const known = Number(hours) < 24 && Number(minutes) < 60;
  const offset = known ? (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) : 0;
  const date = new Date((Number(seconds) + offset * 60) * 1000);
  const text = date.getUTCFullYear() > 9999 ? "1970-01-01T00:00:00" : date.toISOString().slice(0, 19);
  return offset === 0 || date.getUTCFullYear() > 9999 ? `${text}Z` : `${text}${sign}${hours}:${minutes}`;
}
