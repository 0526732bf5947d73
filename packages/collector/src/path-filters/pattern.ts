/** What one token of a pattern stands for. folders: `**` with its slash, zero or more of them. */
export interface Token {
  readonly kind: "literal" | "set" | "star" | "globstar" | "folders";
  readonly quantifier: Quantifier;
  readonly text: string;
  readonly accepts: (character: string) => boolean;
}

type Quantifier = "?" | "+" | "";

const anything = () => true;
const noSlash = (character: string) => character !== "/";

/**
 * Reads a pattern of a filter, without its leading `!`, or gives the reason why it has no meaning.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet
 */
export function readPattern(pattern: string): readonly Token[] | string {
  const characters = Array.from(pattern);
  const tokens: Token[] = [];
  for (let at = 0; at < characters.length; ) {
    const read = tokenAt(characters, at);
    if (typeof read === "string") return read;
    const quantifier = quantifierAt(characters, read.end);
    if (quantifier !== "" && (read.token.kind === "star" || read.token.kind === "globstar" || read.token.kind === "folders")) {
      return `'${quantifier}' follows a wildcard`;
    }
    tokens.push({ ...read.token, quantifier });
    at = read.end + quantifier.length;
  }
  return tokens.length === 0 ? "the pattern is empty" : tokens;
}

interface Read {
  readonly token: Omit<Token, "quantifier">;
  readonly end: number;
}

function tokenAt(characters: readonly string[], at: number): Read | string {
  const character = characters[at] ?? "";
  if (character === "*") return wildcardAt(characters, at);
  if (character === "[") return setAt(characters, at);
  if (character === "?" || character === "+") return `'${character}' has nothing before it to repeat`;
  if (character !== "\\") return { token: literal(character), end: at + 1 };
  const escaped = characters[at + 1];
  return escaped === undefined ? "it ends with a lone '\\'" : { token: literal(escaped), end: at + 2 };
}

function wildcardAt(characters: readonly string[], at: number): Read {
  if (characters[at + 1] !== "*") return { token: { kind: "star", text: "*", accepts: noSlash }, end: at + 1 };
  const startsFolder = at === 0 || characters[at - 1] === "/";
  if (startsFolder && characters[at + 2] === "/")
    return { token: { kind: "folders", text: "**/", accepts: anything }, end: at + 3 };
  return { token: { kind: "globstar", text: "**", accepts: anything }, end: at + 2 };
}

function setAt(characters: readonly string[], at: number): Read | string {
  const close = characters.indexOf("]", at + 1);
  if (close < 0) return "a '[' is not closed";
  const members = characters.slice(at + 1, close);
  if (members.length === 0) return "a '[]' is empty";
  if (members[0] === "!" || members[0] === "^") return "a set that is negated";
  const ranges = rangesOf(members);
  if (typeof ranges === "string") return ranges;
  const accepts = (character: string) => ranges.some(([low, high]) => low <= character && character <= high);
  return { token: { kind: "set", text: members.join(""), accepts }, end: close + 1 };
}

/** Ranges join two of a-z, A-Z or 0-9: anything else has no documented meaning. */
function rangesOf(members: readonly string[]): readonly (readonly [string, string])[] | string {
  const ranges: [string, string][] = [];
  for (let at = 0; at < members.length; at += 1) {
    const low = members[at] ?? "";
    const high = members[at + 2];
    if (low === "\\" || low === "[") return `'${low}' in a set`;
    if (members[at + 1] !== "-" || high === undefined) ranges.push([low, low]);
    else if (![/[a-z]/, /[A-Z]/, /[0-9]/].some((kind) => kind.test(low) && kind.test(high)) || low > high)
      return `the range '${low}-${high}'`;
    else {
      ranges.push([low, high]);
      at += 2;
    }
  }
  return ranges;
}

function literal(character: string): Omit<Token, "quantifier"> {
  return { kind: "literal", text: character, accepts: (other) => other === character };
}

function quantifierAt(characters: readonly string[], at: number): Quantifier {
  const character = characters[at];
  return character === "?" || character === "+" ? character : "";
}
