import { canonicalJson, type Snapshot } from "@assurance-case/model";
import { printableJson } from "@assurance-case/reporter/printable";
import { type CollectOptions, collectSnapshot } from "../collect-snapshot.ts";
import { EXIT } from "../exit-code.ts";
import type { Io } from "../io.ts";
import { writeOutput } from "../output.ts";
import { BUNDLE_FOLDER } from "../package-files.ts";
import { withProgress } from "../progress.ts";

/** `assure collect`: a repository to a snapshot. */
export async function collectCommand(io: Io, target: string, options: CollectOptions & { output?: string }): Promise<number> {
  const vocabulary = import("@assurance-case/evaluator").then(({ loadVocabulary }) => loadVocabulary(BUNDLE_FOLDER));
  const collecting = withProgress(io.stderr, "Collecting", () => collectSnapshot(io, target, vocabulary, options));
  const [snapshot] = await Promise.all([collecting, vocabulary]);
  await writeOutput(io, options.output, printableJson(snapshotText(snapshot)));
  return EXIT.ok;
}

/** One fact a line, so that two snapshots can be compared by eye; every value in its canonical form. */
function snapshotText({ facts, ...rest }: Snapshot): string {
  const members = (value: object): string[] =>
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}: ${canonicalJson(member)}`);
  const top = members(rest).map((member) => `  ${member}`);
  top.push(
    `  "facts": {\n${members(facts)
      .map((member) => `    ${member}`)
      .join(",\n")}\n  }`,
  );
  return `{\n${top.join(",\n")}\n}\n`;
}
