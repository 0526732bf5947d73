import { runGit } from "./run.ts";

/** The version of git, such as `2.39.5`. */
export async function gitVersion(): Promise<string> {
  const said = (await runGit(["version"])).toString("utf8");
  return /\d+(?:\.\d+)+/u.exec(said)?.[0] ?? "unknown";
}
