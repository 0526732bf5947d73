import { AssureError } from "@assurance-case/model";
import { faultInJson } from "./fault-in-json.ts";

const maxBytes = 32 * 1024 * 1024;
const maxDepth = 200;

/** Reads JSON that others wrote, within 32 MiB and 200 levels. Throws input/too-large and input/invalid-json with line and column. */
export function parseJson(text: string, file = "the input"): unknown {
  const size = Buffer.byteLength(text);
  if (size > maxBytes) throw new AssureError("input/too-large", `${file} has ${size} bytes; at most ${maxBytes} are read.`);
  const json = text.replace(/^\uFEFF/u, "");
  const deep = tooDeep(json);
  if (deep !== undefined) throw invalid(file, json, deep, `nests deeper than ${maxDepth} levels`);
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw invalid(file, json, faultInJson(json), "is not JSON", cause);
  }
}

// Before it is parsed: what walks the value afterwards is recursive.
function tooDeep(text: string): number | undefined {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (character === 0x22) at = afterString(text, at);
    else if (character === 0x7b || character === 0x5b) depth += 1;
    else if (character === 0x7d || character === 0x5d) depth -= 1;
    if (depth > maxDepth) return at;
  }
  return undefined;
}

function afterString(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text.charCodeAt(at) !== 0x22) at += text.charCodeAt(at) === 0x5c ? 2 : 1;
  return at;
}

function invalid(file: string, text: string, offset: number, why: string, cause?: unknown): AssureError {
  const before = text.slice(0, offset).split("\n");
  const place = `${file}:${before.length}:${(before.at(-1) ?? "").length + 1}`;
  return new AssureError("input/invalid-json", `${place} ${why}.`, { hint: "Is the file whole, and the right one?", cause });
}
