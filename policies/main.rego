# METADATA
# title: Results
# description: >-
#   Every claim of the case with every check that is declared for it, rolled up to strategies and the goal.
#   What is declared decides what is shown: a policy that says nothing leaves its checks unknown.
package main

import data.checks.evidence
import data.lib
import data.lib.declared
import data.lib.rollup

# METADATA
# scope: document
# title: Results
# description: The goal, the strategies and the claims, each with its verdict.
# entrypoint: true
results := {"goal": goal, "strategies": strategies, "claims": claims}

claims := [result |
	some claim in input.case.claims
	result := claim_result(claim, object.get(policies, claim.id, {}))
]

strategies := [result |
	some strategy in input.case.strategies
	below := [claim | some claim in claims; claim.strategy == strategy.id]
	verdict := rollup.combined({claim.verdict | some claim in below})
	told := {"title": text | text := strategy.title}
	result := object.union(told, {"id": strategy.id, "verdict": verdict, "counts": rollup.counts(below)})
]

goal := object.union(title, {"id": id, "verdict": verdict, "counts": rollup.counts(claims)}) if {
	stated := object.get(input.case, "goal", {})
	title := {"title": text | text := stated.statement}
	id := object.get(stated, "id", "goal")
	verdict := rollup.combined({strategy.verdict | some strategy in strategies} | {claim.verdict | some claim in claims})
}

# The set of policies that most claims were written for, word by word: a claim of another project
# that has the same number is not judged by them.
default policies := {}

policies := data.policies[chosen]

chosen := min({set | some set, number in matches; number == most})

most := max({number | some number in matches})

matches := {set: number |
	some set, written in data.policies
	number := count({claim.id | some claim in input.case.claims; written[claim.id].statement == claim.statementDigest})
	number > 0
}

default facts := {}

facts := input.facts if is_object(input.facts)

claim_result(claim, policy) := object.union_n([kept, titled, graded, judged]) if {
	checks := checks_of(claim, policy)
	kept := {key: value | some key in ["id", "line", "strategy", "statement"]; value := claim[key]}
	titled := {"title": title | title := policy.title}
	graded := {"grade": grade | some grade in rollup.grades(checks)}
	judged := {"verdict": rollup.verdict(checks), "checks": checks, "criteria": object.get(policy, "criteria", [])}
}

checks_of(claim, policy) := [checks[id] | some id in sort(object.keys(checks))] if {
	place := lib.at(input.case.path, claim.line)
	links := evidence.checks(input.case.path, claim.links, object.get(facts, "targets", null))
	said := given(claim, policy)
	written := declared.checks(claim, policy, facts, said)
	notices := declared.notices(claim, policy, place, said)
	checks := object.union_n([links, written, notices])
}

# What the claim's policy says; null when its evaluation failed.
given(claim, _) := null if claim.id in failed

given(claim, policy) := outcomes if {
	not claim.id in failed
	outcomes := data.cases[chosen][policy.package].outcomes
} else := set() if {
	not claim.id in failed
}

failed := object.get(input, "skip", [])
