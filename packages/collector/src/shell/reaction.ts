import type { Environment } from "./environment.ts";
import { decidesLater, type Outcome, type Outcomes, type Setting } from "./outcome.ts";
import { type Decider, either, type Frame, swallowed, unknown, type Verdict } from "./verdict.ts";
import type { Scope } from "./walk.ts";

/** What the status of a handler comes to, where it neither exits nor returns. */
export interface After {
  readonly failed: Verdict;
  readonly quiet: Verdict;
  readonly ok: Verdict;
}

/** What a failure comes to when something runs because of it, by all the ways in which that can end. */
export function reactionTo(outcomes: Outcomes, frame: Frame, by: Decider, after: After): Verdict {
  return either(
    [...outcomes].map((outcome) => verdictOf(outcome, frame, by, after)),
    by,
  );
}

function verdictOf(outcome: Outcome, frame: Frame, by: Decider, after: After): Verdict {
  if (outcome === "exit-fail") return frame.exits;
  if (outcome === "return-fail") return frame.returns;
  // Elsewhere it matters what the status would have been without the failure.
  if (outcome === "exit-ok") return frame.inner === true ? unknown(by) : swallowed(by);
  if (outcome === "return-ok") return frame.ignored === undefined ? swallowed(by) : unknown(by);
  if (outcome === "jump" || outcome === "stored") return unknown(by);
  return outcome === "fail" ? after.failed : after[outcome];
}

/** A failure is not at its end where what it leaves out would have decided something. */
export function lessCertain(verdict: Verdict, leftOut: Outcomes, frame: Frame): Verdict {
  const caught = (outcome: Outcome, end: Verdict) => leftOut.has(outcome) && end.exit !== "propagates";
  const decides = decidesLater(leftOut) || caught("exit-fail", frame.exits) || caught("return-fail", frame.returns);
  return verdict.exit === "swallowed" && decides ? unknown("condition") : verdict;
}

/** The setting of a piece that stands in a frame. */
export function settingOf(scope: Scope, environment: Environment, frame: Pick<Frame, "ignored">): Setting {
  const acts = frame.ignored === undefined ? environment.errexit : "off";
  return { ...scope, depth: 0, acts, pipefail: environment.pipefail };
}
