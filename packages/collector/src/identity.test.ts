import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fixtureGit, materialize } from "../../../test/src/git-fixture.ts";
import { type GitRepository, openRepository } from "./git/repository.ts";
import { collectDefaultBranch, collectRepositoryIdentity } from "./identity.ts";

const root = mkdtempSync(join(tmpdir(), "collector-identity-"));
const folder = join(root, "project");
let repository: GitRepository;

beforeAll(async () => {
  materialize(folder, { files: new Map([["a", { content: "a" }]]) });
  repository = await openRepository(folder);
});
afterAll(async () => {
  await repository.close();
  rmSync(root, { recursive: true, force: true });
});

const setOrigin = (url: string): string => fixtureGit(folder, ["config", "remote.origin.url", url]);

describe("the repository's identity", () => {
  it("is unavailable without an origin", async () => {
    expect(await collectRepositoryIdentity(repository)).toMatchObject({
      status: "unavailable",
      remedy: "Name the repository with --repository owner/name.",
    });
  });

  it.each([
    "https://github.com/Project-Dalec/dalec",
    "https://github.com/Project-Dalec/dalec.git/",
    "https://me:ghp_secret@github.com:443/Project-Dalec/dalec.git",
    "https://GitHub.com/Project-Dalec/dalec?token=secret#x",
    "http://www.github.com/Project-Dalec/dalec",
    "git://github.com/Project-Dalec/dalec.git",
    "ssh://git@github.com:22/Project-Dalec/dalec.git",
    "ssh://git@ssh.github.com:443/Project-Dalec/dalec.git",
    "git@github.com:Project-Dalec/dalec.git",
    "git@github.com:/Project-Dalec/dalec",
    "github.com:Project-Dalec/dalec",
  ])("is read from %s, and nothing else is", async (url) => {
    setOrigin(url);
    expect(await withOpened(folder, collectRepositoryIdentity)).toEqual({
      status: "observed",
      value: { host: "github.com", owner: "Project-Dalec", name: "dalec", source: "origin" },
    });
  });

  it.each([
    "https://gitlab.com/o/n",
    "https://me:ghp_secret@ghes.example.org/o/n",
    "https://github.com@example.org/o/n",
    "https://github.com\\@example.org/o/n",
    "https://github.com.example.org/o/n",
    "https://github.com/o",
    "https://github.com/o/n/tree",
    "https://github.com/o/..",
    "https://github.com/o/.git",
    "https://github.com/o/%6e",
    "https://github.com/-o/n",
    "ext::sh -c github.com",
    "github.com::o/n",
    "/srv/github.com/o/n",
    "../o/n",
    "file:///github.com/o/n",
    "C:\\o\\n",
    "",
  ])("is not guessed from %s, which is not repeated", async (url) => {
    setOrigin(url);
    const fact = await withOpened(folder, collectRepositoryIdentity);
    expect(fact).toMatchObject({ status: "unavailable" });
    expect(JSON.stringify(fact)).not.toMatch(/secret|example/u);
  });

  it("is not rewritten by insteadOf or an included file", async () => {
    setOrigin("https://example.org/o/n");
    const included = join(root, "included");
    appendFileSync(included, '[remote "origin"]\n\turl = https://github.com/o/n\n');
    fixtureGit(folder, ["config", "url.https://github.com/.insteadOf", "https://example.org/"]);
    fixtureGit(folder, ["config", "include.path", included]);
    expect(await withOpened(folder, collectRepositoryIdentity)).toMatchObject({ status: "unavailable" });
  });

  it("is what is configured, on any host", async () => {
    const value = { host: "github.com", owner: "o", name: "n.x", source: "configuration" };
    expect(await collectRepositoryIdentity(repository, "o/n.x")).toEqual({ status: "observed", value });
    expect(await collectRepositoryIdentity(repository, "GHES.example.org/o/n")).toMatchObject({
      value: { host: "ghes.example.org" },
    });
    for (const wrong of ["", "o", "o/", "/n", "a/b/c/d", "o/n x", "https://github.com/o/n", "o/..", "../n"]) {
      await expect(collectRepositoryIdentity(repository, wrong), wrong).rejects.toMatchObject({ code: "usage/invalid" });
    }
  });
});

describe("the default branch", () => {
  it("is configured, else where origin's HEAD points, else unavailable", async () => {
    expect(await collectDefaultBranch(repository)).toMatchObject({
      status: "unavailable",
      remedy: expect.stringContaining("--default-branch"),
    });
    fixtureGit(folder, ["symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/release/1.x"]);
    expect(await withOpened(folder, collectDefaultBranch), "a branch that is gone").toMatchObject({ status: "unavailable" });
    fixtureGit(folder, ["update-ref", "refs/remotes/origin/release/1.x", "HEAD"]);
    expect(await withOpened(folder, collectDefaultBranch)).toEqual({
      status: "observed",
      value: { name: "release/1.x", source: "origin-head" },
    });
    expect(await collectDefaultBranch(repository, "trunk")).toEqual({
      status: "observed",
      value: { name: "trunk", source: "configuration" },
    });
  });

  it("is no name that could mislead", async () => {
    for (const wrong of ["", "-x", "a..b", "a b", "a\u001b[1m", "a/", "x\u202ey"]) {
      await expect(collectDefaultBranch(repository, wrong), wrong).rejects.toMatchObject({ code: "usage/invalid" });
    }
    fixtureGit(folder, ["symbolic-ref", "refs/remotes/origin/HEAD", "refs/heads/main"]);
    expect(await withOpened(folder, collectDefaultBranch)).toMatchObject({ status: "unavailable" });
  });
});

describe("a linked worktree and a submodule", () => {
  it("have the configuration of their own repository", async () => {
    const linked = join(root, "linked");
    setOrigin("https://github.com/o/outer");
    fixtureGit(folder, ["worktree", "add", "-q", "--detach", "--no-checkout", linked]);
    expect(await withOpened(linked, collectRepositoryIdentity)).toMatchObject({ value: { name: "outer" } });
    const inner = join(folder, "inner");
    materialize(inner, { files: new Map([["a", { content: "inner" }]]), remote: "https://github.com/o/inner" });
    fixtureGit(folder, ["submodule", "-q", "add", "./inner"]);
    fixtureGit(folder, ["submodule", "-q", "absorbgitdirs"]);
    expect(readFileSync(join(inner, ".git"), "utf8")).toMatch(/^gitdir: /u);
    expect(await withOpened(inner, collectRepositoryIdentity)).toMatchObject({ value: { name: "inner" } });
  });
});

async function withOpened(path: string, collect: (opened: GitRepository) => Promise<unknown>): Promise<unknown> {
  const opened = await openRepository(path);
  try {
    return await collect(opened);
  } finally {
    await opened.close();
  }
}
