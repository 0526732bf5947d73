package cases.dalec.c5_1_test

import data.cases.dalec.c5_1

given := {
	"case": {"path": "case.md", "claims": [{"id": "C5.1", "links": [{"target": "A.md#a", "kind": "path", "path": "A.md"}]}]},
	"facts": {name: {"status": "observed", "value": value} | some name, value in {"examples": {"count": 1, "files": [{"path": "examples/a.yml", "frontend": "x"}]}}},
}

test_all_hold if {
	said := {[outcome.check, object.get(outcome, "subject", ""), outcome.outcome] | some outcome in c5_1.outcomes} with input as given
	said == {["examples", "", "pass"]}
}

test_no_fact_says_nothing if {
	count([outcome | some outcome in c5_1.outcomes; outcome.outcome == "pass"]) == 0 with input as {"case": {"path": "case.md", "claims": []}, "facts": {}}
}
