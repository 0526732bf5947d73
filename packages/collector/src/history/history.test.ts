import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CommitAt, CommitsSince } from "@assurance-case/model";
import { afterAll, describe, expect, it } from "vitest";
import { type FixtureCommit, type FixtureRepository, fixtureGit, materialize } from "../../../../test/src/git-fixture.ts";
import { openRepository } from "../git/repository.ts";
import { collectHistory, type History, readHistory } from "./history.ts";

const root = mkdtempSync(join(tmpdir(), "collector-history-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const CASE = "docs/case.md";
const A = "A Person <a@example.org>";
const SIGNED = `Subject\n\nSigned-off-by: ${A}\n`;
let made = 0;

const claims = (...ids: readonly string[]): string =>
  `# Case\n\nSome words that stay the same.\n${ids.map((id) => `- Claim ${id}\n`).join("")}`;
const caseWith = (...ids: readonly string[]): NonNullable<FixtureCommit["files"]> =>
  new Map([[CASE, { content: claims(...ids) }]]);
const other = (content: string): NonNullable<FixtureCommit["files"]> => new Map([["other", { content }]]);
const commit = (rest: FixtureCommit): FixtureCommit => ({ author: A, message: SIGNED, ...rest });

interface Made {
  readonly folder: string;
  readonly oid: (id: string) => string;
}

function repositoryOf(fixture: FixtureRepository): Made {
  made += 1;
  const folder = join(root, String(made));
  const oids = materialize(folder, { ...fixture, commits: (fixture.commits ?? []).map(commit) });
  return { folder, oid: (id) => oids.get(id) ?? "" };
}

async function historyOf(folder: string, claimIds: readonly string[] = ["C1"], bots: readonly string[] = []): Promise<History> {
  const repository = await openRepository(folder);
  const readCaseIds = (text: string): ReadonlySet<string> =>
    new Set(Array.from(text.matchAll(/Claim (\S+)/gu), ([, id = ""]) => id));
  try {
    const reading = await readHistory(repository, Promise.resolve(CASE));
    return await collectHistory(repository, reading, { claimIds, readCaseIds, bots });
  } finally {
    await repository.close();
  }
}

async function claimOf(
  folder: string,
  id = "C1",
  bots: readonly string[] = [],
): Promise<CommitsSince & { readonly introduced: CommitAt }> {
  const { claim_history } = await historyOf(folder, [id], bots);
  if (claim_history.status !== "observed") throw new Error(JSON.stringify(claim_history));
  const fact = claim_history.value.claims[id];
  if (fact?.status !== "observed") throw new Error(JSON.stringify(fact));
  const since = claim_history.value.since[fact.value.commit];
  if (since === undefined) throw new Error(`nothing is known since ${fact.value.commit}`);
  return { introduced: fact.value, ...since };
}

describe("the case's history", () => {
  it("counts its changes, through renames", async () => {
    const old = new Map([["case.md", { content: claims("C1") }]]);
    const { folder, oid } = repositoryOf({
      commits: [
        { files: other("1") },
        { files: old, date: "1600000000 -0930" },
        {
          files: new Map([
            ["case.md", undefined],
            [CASE, { content: claims("C1") }],
          ]),
        },
        { files: caseWith("C1", "C2"), date: "1600000100 +0000" },
      ],
    });
    const { case_history } = await historyOf(folder);
    expect(case_history).toEqual({
      status: "observed",
      value: {
        count: 3,
        first: { commit: oid("2"), committedAt: "2020-09-13T02:56:40-09:30" },
        last: { commit: oid("4"), committedAt: "2020-09-13T12:28:20Z" },
      },
    });
    expect(await claimOf(folder)).toMatchObject({ introduced: { commit: oid("2") }, commits: 3, signed: 3 });
    expect(await claimOf(folder, "C2")).toMatchObject({ introduced: { commit: oid("4") }, commits: 1 });
  });

  it("is followed where the case was moved away and back, and copied", async () => {
    const place = (to: string, from: string | undefined, text: string): Map<string, { content: string } | undefined> =>
      new Map([...(from === undefined ? [] : [[from, undefined] as const]), [to, { content: text }]]);
    const { folder, oid } = repositoryOf({
      commits: [
        { files: place(CASE, undefined, claims("C1")) },
        { files: place("away[1].md", CASE, claims("C1")) },
        { files: place("away[1].md", undefined, claims("C1", "C2")) },
        { files: place("copy.md", undefined, claims("C1", "C2")) },
        { files: place(CASE, "copy.md", claims("C1", "C2")) },
      ],
    });
    const { case_history } = await historyOf(folder);
    expect(case_history).toMatchObject({ value: { count: 5, first: { commit: oid("1") }, last: { commit: oid("5") } } });
    expect(await claimOf(folder)).toMatchObject({ introduced: { commit: oid("1") }, commits: 5 });
    expect(await claimOf(folder, "C2")).toMatchObject({ introduced: { commit: oid("3") }, commits: 3 });
  });

  it("is not seen in a shallow clone: it says what to do", async () => {
    const { folder } = repositoryOf({ commits: [{ files: caseWith("C1") }, { files: other("2") }] });
    fixtureGit(root, ["clone", "-q", "--no-checkout", "--depth", "1", `file://${folder}`, join(root, "shallow")]);
    const history = await historyOf(join(root, "shallow"));
    expect(history.case_history).toMatchObject({ status: "unavailable", remedy: expect.stringContaining("fetch-depth: 0") });
    expect(history.claim_history).toEqual(history.case_history);
  });

  it("is not guessed when a merge brought the case or a claim in", async () => {
    const { folder } = repositoryOf({
      commits: [
        { id: "base", files: other("1") },
        { id: "side", parents: ["base"], files: new Map([["side", { content: "1" }]]) },
        { id: "merge", parents: ["base", "side"], files: caseWith("C1") },
        { id: "edit", files: caseWith("C1", "C2") },
      ],
    });
    const { case_history, claim_history } = await historyOf(folder, ["C1", "C2", "C3"]);
    expect(case_history.status).toBe("unavailable");
    expect(claim_history).toMatchObject({
      value: { claims: { C1: { status: "unavailable" }, C2: { status: "observed" }, C3: { status: "unavailable" } } },
    });
  });

  it("says that objects are missing in a partial clone", async () => {
    const { folder } = repositoryOf({
      commits: [{ files: caseWith("C1") }, { files: caseWith("C1", "C2") }, { files: caseWith("C1", "C2", "C3") }],
    });
    fixtureGit(folder, ["config", "uploadpack.allowFilter", "true"]);
    fixtureGit(root, ["clone", "-q", "--no-checkout", "--filter=blob:none", `file://${folder}`, join(root, "partial")]);
    expect(await historyOf(join(root, "partial"))).toMatchObject({
      case_history: { status: "observed" },
      claim_history: {
        value: { claims: { C1: { status: "unavailable", reason: expect.stringContaining("does not hold object") } } },
      },
    });
  });
});

describe("the commits since a claim", () => {
  it("are all that its introduction's parents do not reach, merges told by their parents", async () => {
    const { folder, oid } = repositoryOf({
      commits: [
        { id: "before", files: other("1"), message: "Unsigned, before" },
        { id: "old-branch", parents: ["before"], files: new Map([["b", { content: "1" }]]), message: "Unsigned, side by side" },
        { id: "claim", parents: ["before"], files: caseWith("C1") },
        { id: "third", parents: ["before"], files: new Map([["c", { content: "1" }]]) },
        { id: "octopus", parents: ["claim", "old-branch", "third"], message: "Not called a merge" },
        { id: "fake", message: "Merge branch 'x'\n" },
      ],
    });
    expect(await claimOf(folder)).toEqual({
      introduced: { commit: oid("claim"), committedAt: expect.any(String) },
      commits: 5,
      merges: 1,
      bots: 0,
      signed: 2,
      unsigned: { count: 2, commits: [oid("fake"), oid("old-branch")] },
      otherEmail: { count: 0, commits: [] },
    });
  });

  it("are counted for claims on lines of history that do not build on each other", async () => {
    const { folder, oid } = repositoryOf({
      commits: [
        { id: "case", files: caseWith() },
        { id: "one", parents: ["case"], files: caseWith("C1") },
        { id: "two", parents: ["case"], files: caseWith("C2") },
        { id: "merge", parents: ["one", "two"], files: caseWith("C1", "C2") },
        { id: "three", files: caseWith("C1", "C2", "C3") },
      ],
    });
    expect(await historyOf(folder, ["C1", "C2", "C3"])).toMatchObject({
      claim_history: {
        value: {
          claims: {
            C1: { value: { commit: oid("one") } },
            C2: { value: { commit: oid("two") } },
            C3: { value: { commit: oid("three") } },
          },
          since: {
            [oid("one")]: { commits: 4, merges: 1 },
            [oid("two")]: { commits: 4, merges: 1 },
            [oid("three")]: { commits: 1, merges: 0 },
          },
        },
      },
    });
  });

  it("are unavailable when a move rewrote nearly all of the case", async () => {
    const lines = Array.from({ length: 300 }, (_, line) => `A new line of words, number ${line}.`).join("\n");
    const moved = new Map([
      ["OLD.md", undefined],
      [CASE, { content: `${claims("C1")}\n${lines}\n` }],
    ]);
    const old = new Map([["OLD.md", { content: `${claims("C1")}\nWhat it said before, in a line or two.\n` }]]);
    const { folder } = repositoryOf({
      commits: [{ files: old }, { files: other("1"), message: "Unsigned" }, { files: moved }],
    });
    const { claim_history } = await historyOf(folder);
    expect(claim_history).toMatchObject({
      value: { claims: { C1: { status: "unavailable", reason: expect.stringContaining("moved") } } },
    });
  });

  it("start where the claim was first, though it went and came back", async () => {
    const { folder, oid } = repositoryOf({
      commits: [{ files: caseWith("C1") }, { files: caseWith() }, { files: caseWith("C1") }],
    });
    expect(await claimOf(folder)).toMatchObject({ introduced: { commit: oid("1") }, commits: 3 });
  });

  it("start at a root", async () => {
    const { folder, oid } = repositoryOf({ commits: [{ files: caseWith("C1") }] });
    expect(await claimOf(folder)).toMatchObject({ introduced: { commit: oid("1") }, commits: 1, signed: 1 });
  });

  it.each([
    ["a trailer of the last paragraph", "S\n\nWhy.\n\nReviewed-by: B <b@x.org>\nSigned-off-by: A <a@example.org>\n", true],
    ["another letter case", "S\n\nsigned-off-by: A <A@EXAMPLE.ORG>\n", true],
    ["several", "S\n\nSigned-off-by: B <b@x.org>\nSigned-off-by: A <a@example.org>\n", true],
    ["a line of an earlier paragraph", "S\n\nSigned-off-by: A <a@example.org>\n\nMore words.\n", false],
    ["the subject", "Signed-off-by: A <a@example.org>\n", false],
    ["no name", "S\n\nSigned-off-by: <a@example.org>\n", false],
    ["no address", "S\n\nSigned-off-by: A\n", false],
    ["nothing", "S\n\nSigned-off-by:\n", false],
    ["another separator", "S\n\nSigned-off-by% A <a@example.org>\n", false],
    ["a quotation", "S\n\n> Signed-off-by: A <a@example.org>\n", false],
    ["another key", "S\n\nNot-Signed-off-by: A <a@example.org>\n", false],
    ["behind a divider", "S\n\n---\n\nSigned-off-by: A <a@example.org>\n", true],
    ["an empty message", "", false],
    ["a separator of ours", "S\n\nReviewed-by: x\u001fA <a@example.org>\n", false],
  ])("are signed off by %s or not", async (_, message, signed) => {
    const { folder } = repositoryOf({ commits: [{ files: caseWith("C1") }, { message }] });
    const { signed: count, otherEmail } = await claimOf(folder);
    expect([count, otherEmail.count]).toEqual([signed ? 2 : 1, 0]);
  });

  it("may be signed off under another address, and be a bot's without", async () => {
    const bot = "dependabot[bot] <bot@example.org>";
    const { folder, oid } = repositoryOf({
      commits: [
        { files: caseWith("C1") },
        { author: "B <b@example.org>" },
        { author: bot, message: "Bump" },
        { author: bot, message: `Bump\n\nSigned-off-by: ${bot}\n` },
        { author: "not dependabot[bot] <x@example.org>", message: "Bump" },
      ],
    });
    for (const name of ["dependabot[bot]", "bot@example.org"]) {
      const found = await claimOf(folder, "C1", [name]);
      expect(found).toMatchObject({
        commits: 5,
        bots: 1,
        signed: 3,
        unsigned: { count: 1 },
        otherEmail: { count: 1, commits: [oid("2")] },
      });
      expect(JSON.stringify(found)).not.toMatch(/example\.org|dependabot/u);
    }
  });

  it("are listed up to 50, newest first, and counted all", async () => {
    const rest = Array.from({ length: 60 }, () => ({ message: "No sign-off" }));
    const { folder, oid } = repositoryOf({ commits: [{ files: caseWith("C1") }, ...rest] });
    const { unsigned } = await claimOf(folder);
    expect([unsigned.count, unsigned.commits.length, unsigned.commits[0], unsigned.commits[49]]).toEqual([
      60,
      50,
      oid("61"),
      oid("12"),
    ]);
  });

  it("may have wrong bytes, zones and dates", async () => {
    const { folder, oid } = repositoryOf({
      commits: [
        { files: caseWith("C1"), date: "99999999999 +1400" },
        {
          date: "1 -1200",
          message: Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(`\u001b[31m\n\nSigned-off-by: ${A}\n`)]),
        },
        { date: "0 +0000", author: "\u001f\u0001 <a@example.org>" },
      ],
    });
    expect(await claimOf(folder)).toMatchObject({
      introduced: { commit: oid("1"), committedAt: "5138-11-16T23:46:39+14:00" },
      commits: 3,
      signed: 3,
    });
  });

  it("are the same whatever the target's configuration and attributes say", async () => {
    const { folder } = repositoryOf({
      commits: [
        { files: caseWith("C1") },
        { message: "S\n\nSigned-off-by% x <a@example.org>\n" },
        { files: caseWith("C1", "C2") },
      ],
    });
    const before = await historyOf(folder, ["C1", "C2"]);
    const config = `[trailer]\n\tseparators = "%:"\n[log]\n\tmailmap = true\n\tfollow = false\n\tshowRoot = false\n[diff]\n\trenames = false\n[mailmap]\n\tfile = ${folder}/map\n[core]\n\tlogAllRefUpdates = false\n`;
    appendFileSync(join(folder, ".git/config"), config);
    writeFileSync(join(folder, "map"), "B <b@example.org> <a@example.org>\n");
    expect(await historyOf(folder, ["C1", "C2"])).toEqual(before);
  });
});
