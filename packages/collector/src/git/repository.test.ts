import { appendFileSync, chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fixtureGit, materialize } from "../../../../test/src/git-fixture.ts";
import { MissingObject } from "./missing-object.ts";
import { type GitRepository, type OpenOptions, openRepository } from "./repository.ts";

const root = mkdtempSync(join(tmpdir(), "collector-git-"));
const project = join(root, "a project");
const DATE = "1761927634 -0700";
let oids: ReadonlyMap<string, string>;

const FILES = new Map([
  ["README.md", { content: "# Hello\n" }],
  ["-rf", { content: "dash\n" }],
  ["two\nlines\u001b[31m.go", { content: "package x\n//go:generate go run ./odd\n" }],
  ["sub/run.sh", { mode: "100755" as const, content: "#!/bin/sh\n" }],
  ["sub/link", { mode: "120000" as const, content: "../README.md" }],
  ["vendor", { mode: "160000" as const, content: "1".repeat(40) }],
  ["bin.go", { content: "package b\0\n//go:generate go run ./bin\n" }],
  [".gitattributes", { content: "*.go binary -diff\n" }],
  ["large", { content: "x".repeat(3 * 1024 * 1024) }],
]);

beforeAll(() => {
  oids = materialize(project, {
    commits: [
      { files: FILES, date: DATE },
      { files: new Map([["second", { content: "2\n" }]]), date: "1761930000 +0530" },
    ],
  });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function using<T>(path: string, use: (repository: GitRepository) => Promise<T>, options: OpenOptions = {}): Promise<T> {
  const repository = await openRepository(path, options);
  try {
    return await use(repository);
  } finally {
    await repository.close();
  }
}

const commitOf = (path: string, options: OpenOptions = {}): Promise<string> => using(path, async ({ commit }) => commit, options);

describe("a repository", () => {
  it("is one commit, with its dates as they were committed", () =>
    using(project, async (repository) => {
      expect(repository.commit).toBe(oids.get("2"));
      expect(repository.tree).toBe(fixtureGit(project, ["rev-parse", "HEAD^{tree}"]));
      expect(repository.committedAt).toBe("2025-10-31T22:30:00+05:30");
      expect([repository.shallow, repository.partial]).toEqual([false, false]);
    }));

  it("takes any name of a revision", async () => {
    const first = oids.get("1") ?? "";
    fixtureGit(project, ["tag", "-f", "light", first]);
    fixtureGit(project, ["-c", "user.name=T", "-c", "user.email=t@example.org", "tag", "-f", "-a", "-m", "v1", "v1", first]);
    fixtureGit(project, ["update-ref", "refs/remotes/origin/x", first]);
    fixtureGit(project, ["update-ref", "refs/heads/--output=x", first]);
    for (const ref of ["light", "v1", first.slice(0, 10), "origin/x", "main~1", "refs/heads/--output=x", "--output=x"]) {
      expect(await commitOf(project, { ref })).toBe(first);
    }
    expect(await using(project, async ({ authoredAt }) => authoredAt, { ref: "v1" })).toBe("2025-10-31T09:20:34-07:00");
  });

  it("is found from a folder in it, a linked worktree, a bare clone, a detached head and a path with a dash", async () => {
    const head = oids.get("2") ?? "";
    fixtureGit(project, ["worktree", "add", "--detach", "--no-checkout", join(root, "linked"), "main~1"]);
    fixtureGit(root, ["clone", "-q", "--bare", project, join(root, "--bare")]);
    mkdirSync(join(project, "sub"), { recursive: true });
    expect(await commitOf(join(project, "sub"))).toBe(head);
    expect(await commitOf(join(root, "linked"))).toBe(oids.get("1"));
    expect(await commitOf(join(root, "--bare"))).toBe(head);
    const odd = join(root, "new\nline");
    materialize(odd, { files: FILES });
    expect(await using(odd, async (repository) => (await repository.listTree()).size)).toBe(FILES.size);
  });

  it("says that a clone is shallow, and reads its tree", async () => {
    fixtureGit(root, ["clone", "-q", "--no-checkout", "--depth", "1", `file://${project}`, join(root, "shallow")]);
    await using(join(root, "shallow"), async (repository) => {
      expect(repository.shallow).toBe(true);
      expect((await repository.listTree()).size).toBe(FILES.size + 1);
    });
  });

  it("may have sha256 objects", async () => {
    const made = materialize(join(root, "sha256"), { files: new Map([["a", { content: "a\n" }]]), objectFormat: "sha256" });
    await using(join(root, "sha256"), async (repository) => {
      expect(repository.commit).toBe(made.get("1"));
      const entry = (await repository.listTree()).get("a");
      expect((await repository.readBlob(entry?.oid ?? "")).toString()).toBe("a\n");
    });
  });

  it("leaves no temporary folder behind, whatever happens", async () => {
    const folders = (): readonly string[] => readdirSync(tmp).filter((name) => name.startsWith("assure-git-"));
    const tmp = join(root, "tmp");
    mkdirSync(tmp);
    const before = process.env["TMPDIR"];
    process.env["TMPDIR"] = tmp;
    try {
      await using(project, async () => expect(folders()).toHaveLength(1));
      await expect(openRepository(project, { ref: "nope" })).rejects.toThrow();
      const wordy = join(root, "wordy");
      materialize(wordy, { commits: [{ message: "x".repeat(3 * 1024 * 1024) }] });
      await expect(openRepository(wordy)).rejects.toMatchObject({ code: "collect/limit" });
      expect(folders()).toEqual([]);
    } finally {
      if (before === undefined) delete process.env["TMPDIR"];
      else process.env["TMPDIR"] = before;
    }
  });
});

describe("what cannot be opened", () => {
  const failure = (path: string, options: OpenOptions = {}): Promise<unknown> =>
    openRepository(path, options).catch((error: unknown) => error);

  it("is a folder that is none, or no repository", async () => {
    expect(await failure(join(root, "none"))).toMatchObject({
      code: "input/no-repository",
      message: expect.stringContaining("does not exist"),
    });
    mkdirSync(join(root, "plain"), { recursive: true });
    expect(await failure(join(root, "plain"))).toMatchObject({ code: "input/no-repository", hint: expect.any(String) });
    expect(await failure("a\0b")).toMatchObject({ code: "input/no-repository" });
  });

  it("is a ref that names no commit: its message is safe to show", async () => {
    for (const ref of ["nope", "HEAD:README.md", "HEAD^{tree}", "a..b", "^HEAD", "", "--all", "HEAD@{9999}", "HEAD:sub"]) {
      expect(await failure(project, { ref }), ref).toMatchObject({ code: "input/no-commit" });
    }
    expect(await failure(project, { ref: "x\u001b[31m\ny" })).toMatchObject({
      message: "x?[31m names no commit of the repository.",
    });
  });

  it("is an empty repository", async () => {
    fixtureGit(root, ["init", "-q", join(root, "empty")]);
    expect(await failure(join(root, "empty"))).toMatchObject({ code: "input/no-commit" });
  });

  it("is a repository that borrows objects from outside, unless that is allowed", async () => {
    const borrower = join(root, "borrower");
    fixtureGit(root, ["clone", "-q", "--no-checkout", "--shared", project, borrower]);
    expect(await failure(borrower)).toMatchObject({ code: "input/alternates" });
    expect(await commitOf(borrower, { allowAlternates: true })).toBe(oids.get("2"));
    const nested = join(root, "nested");
    materialize(nested, { files: new Map([["a", { content: "a" }]]) });
    mkdirSync(join(nested, ".git/inner/info"), { recursive: true });
    writeFileSync(join(nested, ".git/objects/info/alternates"), "# inside\n../inner\n");
    await expect(commitOf(nested)).resolves.toBeTypeOf("string");
    writeFileSync(join(nested, ".git/inner/info/alternates"), "../../../a project/.git/objects\n");
    expect(await failure(nested)).toMatchObject({ code: "input/alternates" });
  });

  it("is anything when git is not there, hangs or fails", async () => {
    const path = process.env["PATH"];
    try {
      process.env["PATH"] = join(root, "plain");
      expect(await failure(project)).toMatchObject({ code: "collect/git-missing" });
      process.env["PATH"] = ".:bin";
      expect(await failure(project)).toMatchObject({ code: "collect/git-missing" });
    } finally {
      process.env["PATH"] = path;
    }
  });
});

describe("the tree", () => {
  it("has every path, whatever its name", () =>
    using(project, async (repository) => {
      const tree = await repository.listTree();
      expect([...tree.keys()].sort()).toEqual([...FILES.keys(), "second"].sort());
      expect(tree.get("sub/link")?.mode).toBe("120000");
      expect(tree.get("vendor")).toEqual({ path: "vendor", mode: "160000", oid: "1".repeat(40) });
    }));

  it("keeps apart paths that differ only in bytes that are no UTF-8", async () => {
    const blob = fixtureGit(project, ["hash-object", "-w", "--stdin"], "x");
    const row = (name: Uint8Array): Uint8Array => Buffer.concat([Buffer.from(`100644 blob ${blob}\t`), name, Buffer.from([0])]);
    const rows = Buffer.concat([
      row(Buffer.from([0x61, 0xfe])),
      row(Buffer.from([0x61, 0xff])),
      row(Buffer.from([0xed, 0xa0, 0x80])),
    ]);
    const tree = fixtureGit(project, ["mktree", "-z"], rows);
    const commit = fixtureGit(project, ["-c", "user.name=T", "-c", "user.email=t@x", "commit-tree", "-m", "odd", tree]);
    const names = await using(project, async (repository) => [...(await repository.listTree()).keys()], { ref: commit });
    expect(names).toEqual(["a\ufffd", "a\ufffd\ufffd", "\ufffd\ufffd\ufffd"]);
    expect(names.every((name) => name.isWellFormed())).toBe(true);
  });
});

describe("blobs", () => {
  it("are read by their ids, many at once, in any order", () =>
    using(project, async (repository) => {
      const tree = await repository.listTree();
      const paths = ["README.md", "-rf", "second", "sub/link", "README.md"];
      const read = await Promise.all(paths.map((path) => repository.readBlob(tree.get(path)?.oid ?? "")));
      expect(read.map(String)).toEqual(["# Hello\n", "dash\n", "2\n", "../README.md", "# Hello\n"]);
      await expect(repository.readBlob("HEAD:README.md")).rejects.toMatchObject({ code: "collect/git-failed" });
      await expect(repository.readBlob(`${"1".repeat(40)}\ncontents HEAD`)).rejects.toMatchObject({ code: "collect/git-failed" });
      await expect(repository.readBlob(tree.get("large")?.oid ?? "")).rejects.toMatchObject({ code: "collect/limit" });
      await expect(repository.readBlob("1".repeat(40))).rejects.toBeInstanceOf(MissingObject);
      await expect(repository.readBlob(repository.tree)).rejects.toMatchObject({ code: "collect/git-failed" });
      expect((await repository.readBlob(tree.get("-rf")?.oid ?? "")).toString()).toBe("dash\n");
    }));

  it("that are broken fail alone", async () => {
    const folder = join(root, "corrupt");
    materialize(folder, { files: new Map([["good", { content: "good\n" }]]) });
    const bad = fixtureGit(folder, ["hash-object", "-w", "--stdin"], "bad\n");
    const file = join(folder, ".git/objects", bad.slice(0, 2), bad.slice(2));
    chmodSync(file, 0o644);
    writeFileSync(file, "no zlib");
    await using(folder, async (repository) => {
      const good = (await repository.listTree()).get("good")?.oid ?? "";
      const settled = await Promise.allSettled([good, bad, good, good].map((oid) => repository.readBlob(oid)));
      expect(settled.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled", "fulfilled"]);
    });
  });

  it("are not read after the end", async () => {
    const repository = await openRepository(project);
    await repository.close();
    await repository.close();
    await expect(repository.readBlob("1".repeat(40))).rejects.toMatchObject({ message: "The repository is closed." });
  });
});

describe("lines", () => {
  it("are found in every file, binary or not, whatever its name", () =>
    using(project, async (repository) => {
      const lines = await repository.grepLines({ pattern: "^//go:generate ", pathspecs: ["*.go"] });
      expect(lines).toEqual([
        { path: "bin.go", line: 2, text: "//go:generate go run ./bin" },
        { path: "two\nlines\u001b[31m.go", line: 2, text: "//go:generate go run ./odd" },
      ]);
      expect(await repository.grepLines({ pattern: "--output=x", pathspecs: ["*.none"] })).toEqual([]);
      await expect(repository.grepLines({ pattern: "(", pathspecs: ["*.go"] })).rejects.toMatchObject({
        code: "collect/git-failed",
      });
    }));
});

describe("a hostile repository", () => {
  it("starts nothing and changes nothing by its configuration", async () => {
    const folder = join(root, "hostile");
    materialize(folder, { files: new Map([...FILES].filter(([path]) => path !== "large")) });
    const read = (): Promise<unknown> =>
      using(folder, async (repository) => ({
        tree: [...(await repository.listTree())],
        lines: await repository.grepLines({ pattern: "go:generate", pathspecs: ["*.go"] }),
        log: (await repository.objects(["log", "-1", "-p", "--no-ext-diff", repository.commit, "--"])).toString(),
        refs: await repository.references.listed,
      }));
    fixtureGit(folder, ["update-ref", "refs/heads/main", signedCommit(folder)]);
    const before = await read();
    const marker = join(root, "marker");
    const run = join(root, "run.sh");
    writeFileSync(run, `#!/bin/sh\ntouch '${marker}'\n`, { mode: 0o755 });
    writeFileSync(join(folder, "included"), `[core]\n\tpager = ${run}\n\tfsmonitor = ${run}\n`);
    appendFileSync(join(folder, ".git/config"), hostileConfig(run, join(folder, "included")));
    writeFileSync(join(folder, ".git/info/attributes"), "* diff=evil filter=evil\n*.go binary\n");
    for (const hook of ["post-index-change", "reference-transaction", "fsmonitor-watchman"]) {
      writeFileSync(join(folder, ".git/hooks", hook), `#!/bin/sh\ntouch '${marker}'\n`, { mode: 0o755 });
    }
    fixtureGit(folder, ["log", "-1"]);
    expect(readdirSync(root), "plain git starts its program").toContain("marker");
    rmSync(marker);
    expect(await read()).toEqual(before);
    await using(folder, (repository) => repository.readBlob("2".repeat(40))).catch(() => undefined);
    expect(readdirSync(root)).not.toContain("marker");
  });

  it("cannot put one commit in the place of another by replacement or graft", async () => {
    const folder = join(root, "replaced");
    const made = materialize(folder, {
      commits: [{ files: new Map([["a", { content: "1" }]]) }, { files: new Map([["a", { content: "2" }]]) }],
    });
    const [first = "", second = ""] = made.values();
    const tree = fixtureGit(folder, ["rev-parse", `${second}^{tree}`]);
    fixtureGit(folder, ["update-ref", `refs/replace/${second}`, first]);
    writeFileSync(join(folder, ".git/info/grafts"), `${second}\n`);
    await using(folder, async (repository) => {
      expect([repository.commit, repository.tree]).toEqual([second, tree]);
      const log = await repository.objects(["log", "--format=%H", repository.commit, "--"]);
      expect(log.toString()).toBe(`${second}\n${first}\n`);
    });
  });
});

/** git only starts gpg.program for a commit with a signature. */
function signedCommit(folder: string): string {
  const signature = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n iQ==\n -----END PGP SIGNATURE-----\n";
  const plain = fixtureGit(folder, ["cat-file", "commit", "HEAD"]);
  return fixtureGit(folder, ["hash-object", "-t", "commit", "-w", "--stdin"], `${plain.replace("\n\n", `\n${signature}\n`)}\n`);
}

function hostileConfig(run: string, included: string): string {
  return `
[include]
	path = ${included}
[core]
	fsmonitor = ${run}
	pager = ${run}
	hooksPath = ${join(run, "..")}
	sshCommand = ${run}
	quotePath = false
	repositoryformatversion = 1
[extensions]
	partialClone = evil
[remote "evil"]
	url = ext::${run}
	promisor = true
	uploadpack = ${run}
[remote "origin"]
	url = ${run}
	promisor = true
	uploadpack = ${run}
[protocol]
	allow = always
[protocol "ext"]
	allow = always
[log]
	showSignature = true
	follow = true
[gpg]
	program = ${run}
[diff]
	external = ${run}
[diff "evil"]
	textconv = ${run}
	command = ${run}
[filter "evil"]
	smudge = ${run}
	process = ${run}
[grep]
	column = true
	patternType = fixed
	fullName = false
[color]
	ui = always
[trailer]
	separators = "%"
[trailer "sign"]
	key = Signed-off-by
	command = ${run}
[alias]
	log = !${run}
	ls-tree = !${run}
	cat-file = !${run}
[pager]
	log = ${run}
	for-each-ref = ${run}
`;
}
