package cases.dalec.c1_1_test

import data.cases.dalec.c1_1

given := {
	"case": {"path": "case.md", "claims": [{"id": "C1.1", "links": [{"target": "A.md#a", "kind": "path", "path": "A.md"}]}]},
	"facts": {name: {"status": "observed", "value": value} | some name, value in {"targets": {"targets": {"A.md#a": {"path": "A.md", "section": {"status": "observed", "value": {"line": 2, "words": 9, "statements": [{"line": 3, "terms": ["openness"], "negated": false, "optional": false}, {"line": 3, "terms": ["fairness"], "negated": false, "optional": false}, {"line": 3, "terms": ["participation"], "negated": false, "optional": false}]}}, "mentions": {"status": "observed", "value": {"count": 1, "missingCount": 0, "missing": []}}}}}}},
}

test_all_hold if {
	said := {[outcome.check, object.get(outcome, "subject", ""), outcome.outcome] | some outcome in c1_1.outcomes} with input as given
	said == {["openness", "", "pass"], ["fairness", "", "pass"], ["participation", "", "pass"], ["links-resolve", "A.md#a", "pass"]}
}

test_no_fact_says_nothing if {
	count([outcome | some outcome in c1_1.outcomes; outcome.outcome == "pass"]) == 0 with input as {"case": {"path": "case.md", "claims": []}, "facts": {}}
}
