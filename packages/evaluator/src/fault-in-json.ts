type State = "value" | "first" | "key" | "firstKey" | "colon" | "inObject" | "inArray" | "end";

interface Token {
  /** A mark of JSON, `s` for a string or `w` for another value; empty for what is none of them. */
  readonly kind: string;
  /** Where it ends; of what is no token, where it breaks. */
  readonly end: number;
}

/** The kinds of token that may come in each state. */
const grammar: Readonly<Record<State, string>> = {
  value: "{[sw",
  first: "{[sw]",
  key: "s",
  firstKey: "s}",
  colon: ":",
  inObject: ",}",
  inArray: ",]",
  end: "",
};

/** Where a text stops being JSON, as an offset. For texts that JSON.parse refuses: its messages often name no position. */
export function faultInJson(text: string): number {
  const open: string[] = [];
  let state: State = "value";
  for (let at = skipSpace(text, 0); at < text.length; ) {
    const token = tokenAt(text, at);
    if (token.kind === "") return token.end;
    if (!grammar[state].includes(token.kind)) return at;
    state = after(state, token.kind, open);
    at = skipSpace(text, token.end);
  }
  return text.length;
}

function after(state: State, kind: string, open: string[]): State {
  if (kind === ":") return "value";
  if (kind === ",") return open.at(-1) === "{" ? "key" : "value";
  if (state === "key" || (state === "firstKey" && kind === "s")) return "colon";
  if (kind === "{" || kind === "[") {
    open.push(kind);
    return kind === "{" ? "firstKey" : "first";
  }
  if (kind === "}" || kind === "]") open.pop();
  if (open.length === 0) return "end";
  return open.at(-1) === "{" ? "inObject" : "inArray";
}

function tokenAt(text: string, at: number): Token {
  const character = text.charAt(at);
  if ("{}[]:,".includes(character)) return { kind: character, end: at + 1 };
  return character === '"' ? stringAt(text, at) : wordAt(text, at);
}

function stringAt(text: string, from: number): Token {
  const part = /[ !#-[\]-\uffff]{1,4096}|\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;
  let end = from + 1;
  part.lastIndex = end;
  while (part.test(text)) end = part.lastIndex;
  return text.charAt(end) === '"' ? { kind: "s", end: end + 1 } : { kind: "", end };
}

function wordAt(text: string, from: number): Token {
  const word = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;
  word.lastIndex = from;
  return word.test(text) ? { kind: "w", end: word.lastIndex } : { kind: "", end: from };
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (" \t\r\n".includes(text.charAt(at)) && at < text.length) at += 1;
  return at;
}
