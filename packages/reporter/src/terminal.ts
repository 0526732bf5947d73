import type { CheckResult, ClaimResult, Location, Verdict } from "@assurance-case/model";
import pico from "picocolors";
import { printable } from "./printable.ts";
import { openChecks, type Report, type StrategyReport } from "./report.ts";
import { columnsOf, wrap } from "./wrap.ts";

export interface TerminalOptions {
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** Shows the checks that passed, too. */
  readonly verbose: boolean;
}

type Colors = ReturnType<typeof pico.createColors>;
type Ink = (text: string) => string;

const LOCATIONS_SHOWN = 6;

/** The report for a terminal: each claim with its verdict, what fails or cannot be seen, where, and what to do. */
export function renderTerminal(report: Report, options: TerminalOptions): string {
  const colors = pico.createColors(options.color);
  const page = new Page(Math.max(40, Math.min(options.width, 120)));
  header(page, colors, report);
  for (const strategy of report.strategies) strategySection(page, colors, strategy, options.verbose);
  unseenSection(page, colors, report);
  problemSection(page, colors, report);
  summary(page, colors, report);
  return page.text();
}

class Page {
  readonly #lines: string[] = [];
  readonly #width: number;

  constructor(width: number) {
    this.#width = width;
  }

  /** Adds a paragraph: its first line after `lead`, the others below the text. */
  add(lead: string, text: string): void {
    const indent = columnsOf(lead);
    wrap(text, Math.max(20, this.#width - indent)).forEach((line, index) => {
      this.#lines.push(`${index === 0 ? lead : " ".repeat(indent)}${line}`.trimEnd());
    });
  }

  gap(): void {
    if (this.#lines.at(-1) !== "") this.#lines.push("");
  }

  text(): string {
    return `${this.#lines.join("\n").trim()}\n`;
  }
}

function header(page: Page, colors: Colors, { results }: Report): void {
  const { subject, evaluatedAt } = results;
  const repository =
    subject.repository?.replace(/^https:\/\//, "") ?? "a repository without a known home (--repository owner/name)";
  page.add("", `${colors.bold(printable(repository))} at ${subject.commit.slice(0, 12)} of ${subject.committedAt.slice(0, 10)}`);
  page.add("", colors.dim(`${printable(results.case.path)}, evaluated for ${evaluatedAt}`));
  page.gap();
}

function strategySection(page: Page, colors: Colors, strategy: StrategyReport, verbose: boolean): void {
  const ink = verdictInk(colors, strategy.verdict);
  const name = strategy.id === undefined ? "Claims under no strategy" : strategy.id;
  page.add("", `${colors.bold(printable(name))} ${ink(strategy.verdict)}${said(strategy.title)}`);
  for (const claim of strategy.claims) claimSection(page, colors, claim, verbose);
  page.gap();
}

function claimSection(page: Page, colors: Colors, claim: ClaimResult, verbose: boolean): void {
  const ink = verdictInk(colors, claim.verdict);
  const grade = claim.verdict === "supported" && claim.grade !== undefined ? ` (${claim.grade})` : "";
  const verdict = ink(`${claim.verdict}${grade}`);
  page.add(
    `  ${ink(verdictSign(claim.verdict))} ${colors.bold(printable(claim.id))} `,
    `${verdict}${said(claim.statement ?? claim.title)}`,
  );
  for (const check of verbose ? claim.checks : openChecks(claim)) checkLines(page, colors, check);
}

function said(words: string | undefined): string {
  return words === undefined || words === "" ? "" : `: ${printable(words)}`;
}

function checkLines(page: Page, colors: Colors, check: CheckResult): void {
  const ink = outcomeInk(colors, check.outcome);
  const weight = check.weight === "advisory" ? colors.dim(" (advisory)") : "";
  page.add(`      ${ink(outcomeSign(check.outcome))} `, `${printable(check.message)}${weight}`);
  const places = check.locations.slice(0, LOCATIONS_SHOWN).map(place);
  if (check.locations.length > LOCATIONS_SHOWN) places.push(`and ${check.locations.length - LOCATIONS_SHOWN} more`);
  if (check.outcome !== "pass" && places.length > 0) page.add("        at: ", colors.cyan(places.join(", ")));
  if (check.outcome === "fail" && check.remedy !== undefined) page.add("        fix: ", printable(check.remedy));
}

function unseenSection(page: Page, colors: Colors, { unseen }: Report): void {
  if (unseen.length === 0) return;
  page.add("", colors.bold("What could not be seen, and would decide a claim"));
  for (const { remedy, why, facts, claims } of unseen) {
    page.add("  ? ", `${printable(facts.join(", "))} for ${printable(claims.join(", "))}`);
    if (remedy !== undefined) page.add("    fix: ", printable(remedy));
    if (why !== undefined) page.add("    why: ", printable(why));
  }
  page.gap();
}

function problemSection(page: Page, colors: Colors, { results }: Report): void {
  if (results.case.problems.length === 0) return;
  page.add("", colors.bold("The case itself"));
  for (const { code, message, path, line } of results.case.problems) {
    page.add("  ! ", `${printable(message)} ${colors.cyan(place({ path, line }))} ${colors.dim(code)}`);
  }
  page.gap();
}

function summary(page: Page, colors: Colors, { goal }: Report): void {
  const { supported, violated, undetermined } = goal.counts;
  const counts = `${supported} supported, ${violated} violated, ${undetermined} undetermined`;
  page.add("", `${colors.bold(printable(goal.id))} ${verdictInk(colors, goal.verdict)(goal.verdict)}: ${counts}`);
  page.add(
    "",
    colors.dim(
      "Supported means that every required check passed at this commit; the argument itself and its assumptions are not judged.",
    ),
  );
}

function place({ path, line }: Pick<Location, "path" | "line">): string {
  return `${printable(path)}${line === undefined ? "" : `:${line}`}`;
}

function verdictSign(verdict: Verdict): string {
  return { supported: "✓", violated: "✗", undetermined: "?" }[verdict];
}

function verdictInk(colors: Colors, verdict: Verdict): Ink {
  return { supported: colors.green, violated: colors.red, undetermined: colors.yellow }[verdict];
}

function outcomeSign(outcome: CheckResult["outcome"]): string {
  return { pass: "✓", fail: "✗", unknown: "?", "not-applicable": "–" }[outcome];
}

function outcomeInk(colors: Colors, outcome: CheckResult["outcome"]): Ink {
  return { pass: colors.green, fail: colors.red, unknown: colors.yellow, "not-applicable": colors.dim }[outcome];
}
