import { type Examples, type Fact, observed } from "@assurance-case/model";
import type { GrepLine } from "./git/grep.ts";

const SHOWN = 50;
const DIRECTIVE = /^#\s*syntax\s*=\s*(?<frontend>[\w.:/@-]{1,300})\s*$/u;

/**
 * Files whose first line names the BuildKit frontend that reads them, by the lines of the tree that may:
 * https://docs.docker.com/build/buildkit/frontend/
 */
export function collectExamples(lines: readonly GrepLine[]): Fact<Examples> {
  const files = lines.flatMap(({ path, line, text }) => {
    const frontend = line === 1 ? DIRECTIVE.exec(text)?.groups?.["frontend"] : undefined;
    return frontend === undefined ? [] : [{ path, frontend }];
  });
  return observed({ count: files.length, files: files.slice(0, SHOWN) });
}
