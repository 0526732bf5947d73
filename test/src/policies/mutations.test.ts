import type { Bundle } from "@assurance-case/evaluator";
import { firstViolation } from "@assurance-case/model/validate";
import { beforeAll, describe, expect, test } from "vitest";
import { claimFolders, claimResult, mutationsOf, workspaceBundle } from "./examples.ts";

let bundle: Bundle;
beforeAll(async () => {
  bundle = await workspaceBundle();
});

describe.each(claimFolders)("%s", (folder) => {
  test.each(mutationsOf(folder))("$title", ({ snapshot, verdict, check, outcome }) => {
    expect(firstViolation("snapshot", snapshot)).toBeUndefined();
    const claim = claimResult(bundle, snapshot);
    const judged = claim.checks.find(({ id }) => id === check);
    expect({ verdict: claim.verdict, outcome: judged?.outcome }, judged?.message).toEqual({ verdict, outcome });
  });
});
