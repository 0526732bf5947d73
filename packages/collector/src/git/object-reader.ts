import type { ChildProcess } from "node:child_process";
import { AssureError } from "@assurance-case/model";
import { runFailure, startFailure, timeoutFailure } from "./failure.ts";
import { MissingObject } from "./missing-object.ts";
import { killGit, startGit } from "./run.ts";

interface Reply {
  readonly type: string;
  readonly oid: string;
  readonly size: number;
  readonly body: Buffer;
}

interface Request {
  readonly command: "info" | "contents";
  readonly name: string;
  readonly resolve: (reply: Reply) => void;
  readonly reject: (error: Error) => void;
}

const MAX_BYTES = 2 * 1024 * 1024;
const TIMEOUT_MS = 60_000;
const LINE_FEED = 10;

/**
 * Reads objects by their ids through one `git cat-file` process, started when the first is asked for. Requests are sent
 * at once and answered in their order. An object that git dies of fails alone: those behind it are asked again.
 */
export class ObjectReader {
  readonly #env: Readonly<Record<string, string>>;
  #child: ChildProcess | undefined;
  #requests: Request[] = [];
  #received = Buffer.alloc(0);
  #stderr = Buffer.alloc(0);
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(env: Readonly<Record<string, string>>) {
    this.#env = env;
  }

  /** The bytes of an object of that type. Throws MissingObject, `collect/limit` over 2 MiB, `collect/git-failed`. */
  async read(oid: string, type: "blob" | "commit"): Promise<Buffer> {
    const reply = await this.#ask("contents", objectId(oid));
    if (reply.type !== type) throw new AssureError("collect/git-failed", `Object ${oid} is a ${reply.type}, not a ${type}.`);
    return reply.body;
  }

  /** The commit that an object leads to through tags, or undefined when it leads to something else. */
  async peelToCommit(oid: string): Promise<string | undefined> {
    try {
      return (await this.#ask("info", `${objectId(oid)}^{commit}`)).oid;
    } catch (error) {
      if (error instanceof MissingObject) return undefined;
      throw error;
    }
  }

  /** Ends the process. What is still being read fails. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#failAll(closedFailure());
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    await new Promise((resolve) => {
      child.once("close", resolve);
      killGit(child);
    });
  }

  #ask(command: Request["command"], name: string): Promise<Reply> {
    if (this.#closed) return Promise.reject(closedFailure());
    return new Promise((resolve, reject) => {
      const request = { command, name, resolve, reject };
      this.#requests.push(request);
      this.#child ??= this.#start();
      this.#send(request);
      if (this.#requests.length === 1) this.#watch();
    });
  }

  #start(): ChildProcess {
    const child = startGit(["cat-file", "--batch-command"], this.#env, "pipe");
    this.#received = Buffer.alloc(0);
    this.#stderr = Buffer.alloc(0);
    // A broken pipe shows as the end of the process.
    child.stdin?.on("error", () => undefined);
    // One that was replaced may still write.
    child.stdout?.on("data", (chunk: Buffer) => {
      if (this.#child === child) this.#receive(chunk);
    });
    child.stderr?.on("data", (chunk: Buffer) => {
      if (this.#child === child && this.#stderr.length < 4096) this.#stderr = Buffer.concat([this.#stderr, chunk]);
    });
    let failure: AssureError | undefined;
    child.once("error", (cause) => {
      failure = startFailure(cause);
    });
    child.once("close", () => this.#ended(child, failure));
    return child;
  }

  /** What is asked in one turn of the event loop goes out in one write: each costs a call of the system. */
  #send({ command, name }: Request): void {
    const stdin = this.#child?.stdin;
    if (stdin?.writableCorked === 0) {
      stdin.cork();
      process.nextTick(() => stdin.uncork());
    }
    stdin?.write(`${command} ${name}\n`);
  }

  #receive(chunk: Buffer): void {
    this.#received = Buffer.concat([this.#received, chunk]);
    while (this.#answer()) this.#watch();
  }

  /** Answers the first request when all of its reply has come. */
  #answer(): boolean {
    const request = this.#requests[0];
    const end = this.#received.indexOf(LINE_FEED);
    if (request === undefined || end < 0) return false;
    const [oid = "", type = "", size = "0"] = this.#received.toString("latin1", 0, end).split(" ");
    const found = type !== "missing";
    const hasBody = found && request.command === "contents";
    if (hasBody && Number(size) > MAX_BYTES && this.#child !== undefined) {
      this.#requests.shift();
      request.reject(new AssureError("collect/limit", `Object ${oid} has ${size} bytes, more than ${MAX_BYTES}.`));
      killGit(this.#child);
      this.#replace();
      return false;
    }
    const bodyEnd = end + 1 + (hasBody ? Number(size) : 0);
    // A line feed ends the body.
    const next = hasBody ? bodyEnd + 1 : bodyEnd;
    if (this.#received.length < next) return false;
    const body = this.#received.subarray(end + 1, bodyEnd);
    this.#received = this.#received.subarray(next);
    this.#requests.shift();
    if (found) request.resolve({ oid, type, size: Number(size), body: Buffer.from(body) });
    else request.reject(new MissingObject(request.name));
    return true;
  }

  #ended(child: ChildProcess, failure: AssureError | undefined): void {
    if (this.#child !== child) return;
    this.#requests.shift()?.reject(failure ?? runFailure("cat-file", this.#stderr));
    this.#replace();
  }

  /** Another process goes on with what is still asked: the last one has ended, or writes what is too large to be read. */
  #replace(): void {
    this.#child = this.#requests.length > 0 ? this.#start() : undefined;
    for (const request of this.#requests) this.#send(request);
    this.#watch();
  }

  #watch(): void {
    clearTimeout(this.#timer);
    if (this.#requests.length === 0) return;
    this.#timer = setTimeout(() => {
      this.#failAll(timeoutFailure("cat-file", TIMEOUT_MS));
      if (this.#child !== undefined) killGit(this.#child);
    }, TIMEOUT_MS);
  }

  #failAll(error: AssureError): void {
    clearTimeout(this.#timer);
    for (const request of this.#requests.splice(0)) request.reject(error);
  }
}

/** Anything else than an id could be a revision such as `HEAD:path`, or a second command. */
function objectId(oid: string): string {
  if (/^([0-9a-f]{40}|[0-9a-f]{64})$/u.test(oid)) return oid;
  throw new AssureError("collect/git-failed", "Objects are read by their ids only.");
}

function closedFailure(): AssureError {
  return new AssureError("collect/git-failed", "The repository is closed.");
}
