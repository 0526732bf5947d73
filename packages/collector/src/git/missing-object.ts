import { AssureError } from "@assurance-case/model";

/** An object that the clone does not hold, as a partial clone leaves some out: its fact is unavailable, not absent. */
export class MissingObject extends AssureError {
  constructor(name: string) {
    super("collect/git-failed", `The clone does not hold object ${name}.`, {
      hint: "Clone without --filter, or run git fetch --refetch.",
    });
    this.name = "MissingObject";
  }
}
