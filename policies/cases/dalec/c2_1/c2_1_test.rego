package cases.dalec.c2_1_test

import data.cases.dalec.c2_1

key := "CONTRIBUTING.md#sign-off"

given(facts) := {
	"case": {"claims": [{"id": "C2.1", "links": [{"target": key, "kind": "path", "path": "CONTRIBUTING.md"}]}]},
	"facts": {name: {"status": "observed", "value": value} | some name, value in facts},
}

said := {[outcome.check, object.get(outcome, "subject", ""), outcome.outcome] | some outcome in c2_1.outcomes}

target := {"path": "CONTRIBUTING.md", "section": {"status": "observed", "value": {
	"line": 2,
	"words": 9,
	"statements": [{"line": 3, "terms": ["commit", "obligation", "sign-off"], "negated": false, "optional": false}],
}}}

introduced := "1111111111111111111111111111111111111111"

history := {
	"claims": {"C2.1": {"status": "observed", "value": {"commit": introduced}}},
	"since": {introduced: {
		"commits": 3,
		"merges": 1,
		"bots": 0,
		"signed": 2,
		"unsigned": {"count": 0, "commits": []},
		"otherEmail": {"count": 0, "commits": []},
	}},
}

test_all_hold if {
	facts := {
		"targets": {"targets": {key: target}},
		"claim_history": history,
		"branch_rules": {"branch": "main", "requiredChecks": [{"context": "DCO", "app": "dco"}]},
	}
	said == {
		["stated", key, "pass"],
		["signed-off", "", "pass"],
		["own-address", "", "pass"],
		["required-check", "", "pass"],
	} with input as given(facts)
}

test_nothing_is_there if {
	facts := {
		"targets": {"targets": {}},
		"claim_history": {"claims": {}},
		"branch_rules": {"branch": "main", "requiredChecks": []},
	}
	said == {
		["stated", key, "unknown"],
		["signed-off", "", "unknown"],
		["own-address", "", "unknown"],
		["required-check", "", "fail"],
	} with input as given(facts)
}

test_no_fact_says_nothing if said == set() with input as given({})
