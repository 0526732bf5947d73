import { EVENT_ID, type Event, getScalarValue, parseEvents, SCALAR_STYLE, type ScalarEvent, YAMLException } from "js-yaml";
import { lineCounter } from "./line-counter.ts";
import { Refusal } from "./refusal.ts";

/** A scalar, read by the core schema of YAML 1.2 as far as workflows need it: `on` is text. */
export interface Scalar {
  readonly kind: "scalar";
  readonly line: number;
  readonly text: string;
  /** Plain, so that `true`, `null` and `~` are no text. */
  readonly plain: boolean;
  /** For a literal block (`|`): the line on which its text starts. */
  readonly blockLine?: number;
  readonly size: number;
}

interface Sequence {
  readonly kind: "sequence";
  readonly line: number;
  readonly items: readonly Node[];
  readonly size: number;
}

export interface Mapping {
  readonly kind: "mapping";
  readonly line: number;
  readonly entries: ReadonlyMap<string, Entry>;
  readonly size: number;
}

/** A value with the line of its key. */
export interface Entry {
  readonly line: number;
  readonly value: Node;
}

export type Node = Scalar | Sequence | Mapping;

const DEEPEST = 100;
/** Aliases share their nodes, but whoever walks the tree sees each again: the sizes are bounded, not the count of aliases. */
const LARGEST = 50_000;

/** Reads a file of one YAML document. Throws Refusal where it is broken. */
export function parseYaml(text: string): Node {
  const lineOf = lineCounter(text);
  try {
    const events = parseEvents(text, { maxDepth: DEEPEST });
    return new Composer(text, events, lineOf).document();
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    throw new Refusal(`not valid YAML: ${error.reason}`, error.mark === undefined ? 1 : lineOf(error.mark.position));
  }
}

class Composer {
  readonly #anchors = new Map<string, Node>();
  readonly #text: string;
  readonly #events: readonly Event[];
  readonly #lineOf: (offset: number) => number;
  #at = 0;
  #line = 1;

  constructor(text: string, events: readonly Event[], lineOf: (offset: number) => number) {
    this.#text = text;
    this.#events = events;
    this.#lineOf = lineOf;
  }

  document(): Node {
    const documents = this.#events.filter((event) => event.type === EVENT_ID.DOCUMENT).length;
    if (documents !== 1) throw new Refusal(documents === 0 ? "the file is empty" : "the file has several YAML documents", 1);
    this.#at = 1;
    const root = this.#node();
    if (root === undefined) throw new Refusal("the file is empty", 1);
    return root;
  }

  /** The next node; undefined at the end of a collection. */
  #node(): Node | undefined {
    const event = this.#events[this.#at];
    this.#at += 1;
    if (event === undefined || event.type === EVENT_ID.POP || event.type === EVENT_ID.DOCUMENT) return undefined;
    if (event.type === EVENT_ID.ALIAS) return this.#alias(event.anchorStart, event.anchorEnd);
    if (event.tagStart >= 0) throw new Refusal("YAML tags are not read", this.#lineOf(event.tagStart));
    const node =
      event.type === EVENT_ID.SCALAR ? this.#scalar(event) : this.#collection(event.type === EVENT_ID.SEQUENCE, event.start);
    if (node.size > LARGEST) throw new Refusal("the file is too large once its aliases are followed", node.line);
    if (event.anchorStart >= 0) this.#anchors.set(this.#text.slice(event.anchorStart, event.anchorEnd), node);
    return node;
  }

  #alias(start: number, end: number): Node {
    const node = this.#anchors.get(this.#text.slice(start, end));
    if (node === undefined) throw new Refusal("the alias has no anchor before it", this.#lineOf(start));
    return node;
  }

  #scalar(event: ScalarEvent): Scalar {
    const text = event.valueStart < 0 ? "" : getScalarValue(this.#text, event);
    const block = event.style === SCALAR_STYLE.LITERAL_BLOCK || event.style === SCALAR_STYLE.FOLDED_BLOCK;
    const found = event.valueStart < 0 ? this.#line : this.#lineOf(event.valueStart);
    const scalar: Scalar = {
      kind: "scalar",
      line: block ? Math.max(1, found - 1) : found,
      text,
      plain: event.style === SCALAR_STYLE.PLAIN,
      size: 1,
    };
    this.#line = scalar.line;
    return event.style === SCALAR_STYLE.LITERAL_BLOCK ? { ...scalar, blockLine: found } : scalar;
  }

  #collection(sequence: boolean, start: number): Sequence | Mapping {
    const line = this.#lineOf(start);
    return sequence ? this.#sequence(line) : this.#mapping(line);
  }

  #sequence(line: number): Sequence {
    const items: Node[] = [];
    for (let item = this.#node(); item !== undefined; item = this.#node()) items.push(item);
    return { kind: "sequence", line, items, size: sizeOf(items) };
  }

  #mapping(line: number): Mapping {
    const entries = new Map<string, Entry>();
    for (let key = this.#node(); key !== undefined; key = this.#node()) {
      if (key.kind !== "scalar") throw new Refusal("a key is not text", key.line);
      if (key.text === "<<" && key.plain) throw new Refusal("GitHub does not read merge keys", key.line);
      if (entries.has(key.text)) throw new Refusal(`the key '${key.text}' is there twice`, key.line);
      const value = this.#node();
      if (value !== undefined) entries.set(key.text, { line: key.line, value });
    }
    return { kind: "mapping", line, entries, size: sizeOf([...entries.values()].map((entry) => entry.value)) };
  }
}

function sizeOf(nodes: readonly Node[]): number {
  return nodes.reduce((sum, node) => sum + node.size, 1);
}
