/** A directive as `go generate` splits it: https://pkg.go.dev/cmd/go#hdr-Generate_Go_files_by_processing_source */
export type DirectiveWords =
  | { readonly valid: true; readonly words: readonly string[] }
  | { readonly valid: false; readonly reason: string };

const PREFIX = /^\/\/go:generate[ \t]/;

/** The words of a directive, before variables are expanded; undefined for a line that is none. */
export function directiveWords(line: string): DirectiveWords | undefined {
  if (!PREFIX.test(line)) return undefined;
  const rest = line.replace(/\r?\n?$/, "").slice("//go:generate".length);
  const words: string[] = [];
  for (let at = skipBlanks(rest, 0); at < rest.length; at = skipBlanks(rest, at)) {
    const end = rest[at] === '"' ? quoteEnd(rest, at) : plainEnd(rest, at);
    if (end === undefined) return { valid: false, reason: "a quoted word is not closed" };
    const word = rest[at] === '"' ? unquote(rest.slice(at, end)) : rest.slice(at, end);
    if (word === undefined) return { valid: false, reason: "a quoted word is not a Go string" };
    words.push(word);
    at = end;
  }
  return words.length === 0 ? { valid: false, reason: "it names no program" } : { valid: true, words };
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (text[at] === " " || text[at] === "\t") at += 1;
  return at;
}

function plainEnd(text: string, from: number): number {
  const end = text.slice(from).search(/[ \t]/);
  return end < 0 ? text.length : from + end;
}

function quoteEnd(text: string, from: number): number | undefined {
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === '"') return at + 1;
  }
  return undefined;
}

const ESCAPES: Readonly<Record<string, string>> = {
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  "\\": "\\",
  '"': '"',
};
const ESCAPE = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3})|(.))/gs;

/** A Go string in double quotes: https://go.dev/ref/spec#String_literals */
function unquote(quoted: string): string | undefined {
  let valid = true;
  const text = quoted.slice(1, -1).replace(ESCAPE, (_, hex, short, long, octal, simple) => {
    const code = Number.parseInt(hex ?? short ?? long ?? octal, octal === undefined ? 16 : 8);
    const known = simple === undefined ? code <= 0x10ffff : Object.hasOwn(ESCAPES, simple);
    valid &&= known;
    if (!known) return "";
    return simple === undefined ? String.fromCodePoint(code) : (ESCAPES[simple] ?? "");
  });
  return valid ? text : undefined;
}
