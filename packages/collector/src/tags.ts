import { type Fact, observed, type Tags } from "@assurance-case/model";
import { blindOf } from "./git/blind.ts";
import type { GitRepository } from "./git/repository.ts";

type Tag = Tags["tags"][number];

const SHOWN = 50;
const FORMAT = "%(refname)%00%(objecttype)%00%(objectname)%00%(*objecttype)%00%(*objectname)";
// The last key counts first: the newest first, and by name where dates are the same.
const LIST = ["for-each-ref", "--sort=refname", "--sort=-creatordate", `--format=${FORMAT}`, "refs/tags/"];

/** How many tags lead to commits, and the newest 50 of them by their dates, then names. */
export async function collectTags(repository: GitRepository): Promise<Fact<Tags>> {
  try {
    const lines = (await repository.references(LIST)).toString("utf8").split("\n");
    const found = await Promise.all(lines.filter((line) => line !== "").map((line) => tagOf(repository, line)));
    const tags = found.filter((tag) => tag !== undefined);
    return observed({ count: tags.length, tags: tags.slice(0, SHOWN) });
  } catch (error) {
    return blindOf(error, repository.partial);
  }
}

async function tagOf(repository: GitRepository, line: string): Promise<Tag | undefined> {
  const [ref = "", type, oid = "", targetType, target = ""] = line.split("\0");
  const commit = type === "commit" ? oid : targetType === "commit" ? target : await peel(repository, type, oid);
  return commit === undefined ? undefined : { name: ref.slice("refs/tags/".length), commit };
}

/** A tag of a tag: git shows only what the first leads to. */
function peel(repository: GitRepository, type: string | undefined, oid: string): Promise<string | undefined> {
  return type === "tag" ? repository.peelToCommit(oid) : Promise.resolve(undefined);
}
