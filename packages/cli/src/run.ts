import { AssureError } from "@assurance-case/model";
import { printable } from "@assurance-case/reporter/printable";
import { Command, CommanderError } from "commander";
import type { CollectOptions } from "./collect-snapshot.ts";
import type { CheckOptions } from "./commands/check.ts";
import type { EvaluateOptions } from "./commands/evaluate.ts";
import type { VerifyOptions } from "./commands/verify.ts";
import { EXIT, exitCodeOfError } from "./exit-code.ts";
import type { Io } from "./io.ts";
import type { ReportOptions } from "./render-results.ts";
import { VERSION } from "./version.ts";

/** Runs one command line. Gives the exit code; results go to stdout, progress and errors to stderr. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  let exitCode: number = EXIT.ok;
  const program = commandLine(io, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync([...argv], { from: "user" });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    reportError(io, error);
    return exitCodeOfError(error);
  }
}

function commandLine(io: Io, finish: (code: number) => void): Command {
  const program = new Command("assure")
    .description("Runs the policy behind each claim of a software assurance case.")
    .version(VERSION)
    .exitOverride()
    .configureOutput({ writeOut: (text) => io.stdout.write(text), writeErr: (text) => io.stderr.write(text) })
    .showHelpAfterError("Run 'assure --help' for the commands.");

  reportFlags(verdictFlags(collectFlags(program.command("check [target]")), "today"))
    .description("collect, evaluate and report: a clone (default: here) or a snapshot file")
    .option("--example", "use the embedded example instead of a repository")
    .action(async (target: string | undefined, options: CheckOptions) => {
      const { checkCommand } = await import("./commands/check.ts");
      finish(await checkCommand(io, target, options));
    });

  collectFlags(program.command("collect [target]"))
    .description("a repository to a snapshot")
    .option("--json", "as JSON, which a snapshot always is")
    .option("-o, --output <file>", "write the snapshot here instead of to stdout")
    .action(async (target: string | undefined, options: CollectOptions & { output?: string }) => {
      const { collectCommand } = await import("./commands/collect.ts");
      finish(await collectCommand(io, target ?? ".", options));
    });

  verdictFlags(program.command("evaluate <snapshot>"), "the day of the commit")
    .description("a snapshot ('-': stdin) to results, as JSON")
    .option("--bundle <folder>", "evaluate with this bundle of policies")
    .option("--json", "as JSON, which results always are")
    .option("-o, --output <file>", "write the results here instead of to stdout")
    .action(async (snapshot: string, options: EvaluateOptions) => {
      const { evaluateCommand } = await import("./commands/evaluate.ts");
      finish(await evaluateCommand(io, snapshot, options));
    });

  reportFlags(program.command("report <results>"))
    .description("results ('-': stdin) to what people read")
    .action(async (results: string, options: ReportOptions) => {
      const { reportCommand } = await import("./commands/report.ts");
      finish(await reportCommand(io, results, options));
    });

  program
    .command("verify <results>")
    .description("evaluate again, for the results' own date: 0 when the same bytes come out, 3 when not")
    .requiredOption("--snapshot <file>", "the snapshot that the results are of")
    .option("--bundle <folder>", "evaluate with this bundle of policies")
    .option("--json", "the differences as JSON")
    .action(async (results: string, options: VerifyOptions) => {
      const { verifyCommand } = await import("./commands/verify.ts");
      finish(await verifyCommand(io, results, options));
    });

  return program;
}

function collectFlags(command: Command): Command {
  return command
    .option("--ref <ref>", "look at this branch, tag or commit (default: HEAD)")
    .option("--case <path>", "path of the case from the repository's root")
    .option("--repository <owner/name>", "the repository on GitHub, when the remote does not tell")
    .option("--default-branch <name>", "the default branch, when the clone does not tell")
    .option("--allow-alternates", "read objects that the clone borrows from another repository")
    .option("--redact", "leave the case's statements out");
}

function verdictFlags(command: Command, date: string): Command {
  return command
    .option("--at <date>", `evaluate for this date, as YYYY-MM-DD (default: ${date})`)
    .option("--strict", "end with 4 when a claim is undetermined")
    .option("--no-fail", "end with 0 whatever the verdicts");
}

function reportFlags(command: Command): Command {
  return command
    .option("--json", "the results as JSON")
    .option("-v, --verbose", "show the checks that passed, too")
    .option("--no-color", "no colour on a terminal")
    .option("-o, --output <file>", "write the report here instead of to stdout");
}

function reportError(io: Io, error: unknown): void {
  if (error instanceof AssureError) {
    io.stderr.write(`assure: ${printable(error.message)} [${error.code}]\n`);
    if (error.hint !== undefined) io.stderr.write(`  ${printable(error.hint)}\n`);
    return;
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  io.stderr.write(`assure: an unexpected error; please report it.\n${text.split("\n").map(printable).join("\n")}\n`);
}
