/** Raised where a workflow has a shape that GitHub refuses, or that cannot be read; it becomes the fact of its file. */
export class Refusal extends Error {
  readonly line: number;

  constructor(reason: string, line: number) {
    super(reason);
    this.line = line;
  }
}
