package cases.dalec.c2_5_test

import data.cases.dalec.c2_5

key := "ARCHITECTURE.md"

given(facts) := {
	"case": {"claims": [{"id": "C2.5", "links": [{"target": key, "kind": "path", "path": "ARCHITECTURE.md"}]}]},
	"facts": {name: {"status": "observed", "value": value} | some name, value in facts},
}

said := {[outcome.check, outcome.subject, outcome.outcome] | some outcome in c2_5.outcomes}

target := {
	"path": "ARCHITECTURE.md",
	"section": {"status": "observed", "value": {"line": 2, "words": 9, "statements": []}},
	"mentions": {"status": "observed", "value": {"count": 1, "missingCount": 1, "missing": [{"path": "cmd/x", "line": 3}]}},
}

test_all_hold if {
	said == {["described", key, "pass"], ["paths-exist", key, "fail"]} with input as given({"targets": {"targets": {key: target}}})
}

test_nothing_is_there if {
	said == {["described", key, "unknown"], ["paths-exist", key, "unknown"]} with input as given({"targets": {"targets": {}}})
}

test_no_fact_says_nothing if said == set() with input as given({})
