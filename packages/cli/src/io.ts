/** The world as the command sees it. */
export interface Io {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly readStdin: () => Promise<string>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly now: () => Date;
}

export interface Output {
  readonly write: (text: string) => void;
  readonly isTerminal: boolean;
  /** Columns of the terminal, if it is one. */
  readonly columns: number | undefined;
}
