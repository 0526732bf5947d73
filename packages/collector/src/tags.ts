import { type Fact, observed, type Tags } from "@assurance-case/model";
import { blindOf } from "./git/blind.ts";
import type { Reference } from "./git/references.ts";
import type { GitRepository } from "./git/repository.ts";

type Tag = Tags["tags"][number];

const SHOWN = 50;
const PREFIX = "refs/tags/";

/** How many tags lead to commits, and the newest 50 of them by their dates, then names. */
export async function collectTags(repository: GitRepository): Promise<Fact<Tags>> {
  try {
    const references = (await repository.references.listed).filter(({ name }) => name.startsWith(PREFIX));
    const found = await Promise.all(references.map((reference) => tagOf(repository, reference)));
    const tags = found.filter((tag) => tag !== undefined);
    return observed({ count: tags.length, tags: tags.slice(0, SHOWN) });
  } catch (error) {
    return blindOf(error, repository.partial);
  }
}

async function tagOf(repository: GitRepository, { name, type, oid, target }: Reference): Promise<Tag | undefined> {
  const commit = type === "commit" ? oid : target.type === "commit" ? target.oid : await peel(repository, type, oid);
  return commit === undefined ? undefined : { name: name.slice(PREFIX.length), commit };
}

/** A tag of a tag: git shows only what the first leads to. */
function peel(repository: GitRepository, type: string, oid: string): Promise<string | undefined> {
  return type === "tag" ? repository.peelToCommit(oid) : Promise.resolve(undefined);
}
