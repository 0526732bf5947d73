import { AssureError } from "@assurance-case/model";
import * as sdk from "@open-policy-agent/opa-wasm";
import { wellFormedJson } from "./well-formed.ts";

/** A compiled policy. `evaluate` takes its input as JSON, answers the one entrypoint, and throws evaluate/failed. */
export interface Policy {
  readonly evaluate: (json: string) => unknown;
}

// Node has it; its types stand among those of browsers.
declare const WebAssembly: { readonly compile: (wasm: Uint8Array) => Promise<object> };

/** What is used of the SDK: its own types promise exports that it does not have, and hide its default one. */
interface Sdk {
  readonly default: {
    readonly loadPolicySync: (wasm: object, memory: { readonly initial: number; readonly maximum: number }) => Loaded;
  };
}

interface Loaded {
  setData(data: object): void;
  evaluate(json: ArrayBufferLike, entrypoint: string): readonly { readonly result: unknown }[];
}

// In pages of 64 KiB. An evaluation takes about fifteen times its input: the maximum, 512 MiB, lets
// every sane snapshot through and makes a hostile one fail instead of taking the machine.
const memory = { initial: 64, maximum: 8192 };

/** Loads WebAssembly that OPA built, with its data. Throws evaluate/failed. */
export async function loadPolicy(wasm: Uint8Array, data: object): Promise<Policy> {
  try {
    // The SDK's own way would load all of fetch, too, to ask whether this is a Response.
    const compiled = await WebAssembly.compile(wasm);
    const loaded = (sdk as unknown as Sdk).default.loadPolicySync(compiled, memory);
    loaded.setData(data);
    return { evaluate: (json) => answerOf(loaded, json) };
  } catch (thrown) {
    throw failed("The policies cannot be loaded", thrown);
  }
}

function answerOf(loaded: Loaded, json: string): unknown {
  try {
    const { buffer } = new TextEncoder().encode(wellFormedJson(json));
    return loaded.evaluate(buffer, "main/results")[0]?.result;
  } catch (thrown) {
    throw failed("The policies failed", thrown);
  }
}

// The SDK throws strings and plain objects as well as errors.
function failed(what: string, thrown: unknown): AssureError {
  const cause = typeof thrown === "object" && thrown !== null && "message" in thrown ? thrown.message : thrown;
  return new AssureError("evaluate/failed", `${what}: ${String(cause)}.`, { cause: thrown });
}
