import { AssureError, type Blind, type DefaultBranch, type Fact, observed, type Repository } from "@assurance-case/model";
import { blindOf } from "./git/blind.ts";
import type { GitRepository } from "./git/repository.ts";
import { parseRemoteUrl } from "./identity-url.ts";

const OWNER = /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/u;
const NAME = /^(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/u;
const HOST = /^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/u;
const GITHUB = new Set(["github.com", "www.github.com", "ssh.github.com"]);
const ORIGIN = "refs/remotes/origin/";

/**
 * Where the repository lives: configured as `owner/name` (on github.com) or `host/owner/name`, else the remote `origin`
 * where that is on github.com, else unavailable. Of a remote's URL nothing else is kept. Throws `usage/invalid`.
 */
export async function collectRepositoryIdentity(repository: GitRepository, configured?: string): Promise<Fact<Repository>> {
  if (configured !== undefined) return observed(configuredRepository(configured));
  try {
    return repositoryAt(await repository.references.originUrl);
  } catch (error) {
    return blindOf(error, repository.partial);
  }
}

function repositoryAt(url: string | undefined): Fact<Repository> {
  if (url === undefined) return unknownRepository("The clone has no remote 'origin'.");
  const remote = parseRemoteUrl(url);
  if (remote === undefined || !GITHUB.has(remote.host)) return unknownRepository("The remote 'origin' is not on github.com.");
  const [owner, name, ...rest] = remote.parts;
  if (owner === undefined || name === undefined || rest.length > 0 || !OWNER.test(owner) || !NAME.test(name)) {
    return unknownRepository("The remote 'origin' names no owner and repository of github.com.");
  }
  return observed({ host: "github.com", owner, name, source: "origin" });
}

/** The default branch: configured, else what the remote `origin` had when it was cloned, else unavailable. Throws `usage/invalid`. */
export async function collectDefaultBranch(repository: GitRepository, configured?: string): Promise<Fact<DefaultBranch>> {
  if (configured !== undefined) {
    if (isBranch(configured)) return observed({ name: configured, source: "configuration" });
    throw new AssureError("usage/invalid", "The default branch is no name of a branch.", {
      hint: "Give it as --default-branch main.",
    });
  }
  try {
    return branchAt((await repository.references.listed).find(({ name }) => name === `${ORIGIN}HEAD`)?.symref ?? "");
  } catch (error) {
    return blindOf(error, repository.partial);
  }
}

function branchAt(ref: string): Fact<DefaultBranch> {
  const name = ref.slice(ORIGIN.length);
  if (ref.startsWith(ORIGIN) && isBranch(name)) return observed({ name, source: "origin-head" });
  return {
    status: "unavailable",
    reason: "The clone does not say what the default branch is.",
    remedy: "Name it with --default-branch, or run git remote set-head origin --auto.",
  };
}

function configuredRepository(text: string): Repository {
  const [name = "", owner = "", host = "github.com", ...rest] = text.split("/").reverse();
  if (rest.length === 0 && OWNER.test(owner) && NAME.test(name) && HOST.test(host.toLowerCase())) {
    return { host: host.toLowerCase(), owner, name, source: "configuration" };
  }
  throw new AssureError("usage/invalid", "The repository is not given as owner/name.", {
    hint: "Such as --repository project-dalec/dalec, with the host first where it is not github.com.",
  });
}

function unknownRepository(reason: string): Blind {
  return { status: "unavailable", reason, remedy: "Name the repository with --repository owner/name." };
}

/** By the rules of git check-ref-format, as far as a name can mislead. */
function isBranch(name: string): boolean {
  return name.length <= 255 && /^(?![-/.])(?!.*(?:\.\.|\/\/|\/\.|@\{))[^\p{Cc}\p{Cf} ~^:?*[\\\ufffd]+(?<![/.])$/u.test(name);
}
