package lib.declared

import data.lib

# METADATA
# description: The checks that stand for what is wrong with a claim's policy, by their identifier.
notices(claim, policy, place, given) := {id: check |
	some id, notice in noticed(claim, policy, given)
	words := object.union(notice, {"weight": "required", "grade": "observed"})
	check := shown(id, words, lib.unknown(id, notice.message, [place], []))
}

noticed(_, {}, _) := {"policy": {
	"title": "A policy is written for the claim",
	"message": "No policy has been written for this claim yet.",
}}

noticed(claim, policy, given) := object.union(reworded(claim, policy), stray(policy, given)) if policy != {}

reworded(claim, policy) := {} if {
	claim.statementDigest == policy.statement
} else := {"wording": {
	"title": "The claim is worded as its policy expects",
	"message": "The claim is worded otherwise than when its policy was written.",
	"remedy": "Read the policy against the new wording, then pin the digest of the new statement in its METADATA.",
}}

stray(policy, given) := {"undeclared": notice |
	names := {name_of(said) | some said in given} - object.keys(policy.checks)
	count(names) > 0
	notice := {
		"title": "The policy judges what it declares",
		"message": $"The policy gave outcomes for checks that it does not declare: {lib.listing(names)}.",
		"remedy": "Declare them in the METADATA of the policy.",
	}
}

name_of(said) := said.check if {
	named(said)
} else := "(none)"
