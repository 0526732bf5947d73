const SECRET_NAME = /(?:token|passw(?:or)?d|secret|api[-_]?key|private[-_]?key|credential|authorization)/i;
const SECRET_OPTION = new RegExp(`^--?[\\w.-]*${SECRET_NAME.source}[\\w.-]*$`, "i");
const SECRET_ASSIGNMENT = new RegExp(`${SECRET_NAME.source}[\\w.-]*["']?\\s*[=:]`, "i");
/** Shapes of well-known tokens and keys, of an address with a password, and of a header that carries one. */
const SECRET_SHAPE =
  /(?:\b(?:gh[pousr]_|github_pat_|glpat-|xox[abprs]-|sk-|npm_|AKIA|ASIA|eyJ)[\w-]{8,}|-----BEGIN|:\/\/[^/\s@]+@|\b(?:bearer|basic)\s+\S)/i;

const LONGEST_TEXT = 300;

/** Whether a value must stay behind: a snapshot holds no secret, and no text of a script. */
export function mustStayBehind(text: string): boolean {
  return text.length > LONGEST_TEXT || text.includes("\n") || SECRET_SHAPE.test(text) || SECRET_ASSIGNMENT.test(text);
}

/** Arguments with null for what looks like a secret, or follows the option of one. */
export function withoutSecrets(program: string, args: readonly (string | null)[]): (string | null)[] {
  const login = args.includes("login");
  return args.map((arg, at) => {
    const before = args[at - 1] ?? "";
    const secret = SECRET_OPTION.test(before) || (login && program !== "login" && before === "-p");
    return arg === null || secret || mustStayBehind(arg) ? null : arg;
  });
}
