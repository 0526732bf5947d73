# METADATA
# title: Roll-up
# description: The verdict of a claim from its checks, and of a strategy and the goal from what stands below them.
package lib.rollup

# METADATA
# description: The verdict of a claim. Only required checks decide, and of them not those that do not apply.
verdict(checks) := decided({check.outcome | some check in checks; check.weight == "required"})

# METADATA
# description: The lowest grade of the required checks that passed, as a list of one; empty when none did.
grades(checks) := array.slice([grade | some grade in ["attested", "declared", "observed"]; grade in passed], 0, 1) if {
	passed := {check.grade | some check in checks; check.weight == "required"; check.outcome == "pass"}
}

# METADATA
# description: The verdict of what has verdicts below it, none of which it can outdo. Nothing below it is undetermined.
combined(verdicts) := "violated" if "violated" in verdicts

combined(verdicts) := "undetermined" if {
	not "violated" in verdicts
	"undetermined" in verdicts
}

combined(verdicts) := "undetermined" if count(verdicts) == 0

combined({"supported"}) := "supported"

# METADATA
# description: How many claims have each verdict.
counts(claims) := {verdict: number |
	some verdict in ["supported", "violated", "undetermined"]
	number := count([claim | some claim in claims; claim.verdict == verdict])
}

decided(outcomes) := "violated" if "fail" in outcomes

decided(outcomes) := "undetermined" if {
	not "fail" in outcomes
	"unknown" in outcomes
}

decided(outcomes) := "undetermined" if count(outcomes & {"pass", "fail", "unknown"}) == 0

decided(outcomes) := "supported" if outcomes & {"pass", "fail", "unknown"} == {"pass"}
