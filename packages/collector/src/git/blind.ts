import { AssureError, type Blind } from "@assurance-case/model";
import { MissingObject } from "./missing-object.ts";

/** The fact that git could not show, from what it threw. Anything else than `collect/*` is thrown on. */
export function blindOf(error: unknown, partial: boolean): Blind {
  if (!(error instanceof AssureError) || !error.code.startsWith("collect/")) throw error;
  if (error.code === "collect/git-missing") throw error;
  if (!partial && !(error instanceof MissingObject)) return { status: "error", reason: error.message };
  return {
    status: "unavailable",
    reason: "The clone is partial: objects that this needs were left out.",
    remedy: "Clone without --filter.",
  };
}
