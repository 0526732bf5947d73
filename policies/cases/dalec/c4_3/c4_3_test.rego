package cases.dalec.c4_3_test

import data.cases.dalec.c4_3

given := {
	"case": {"path": "case.md", "claims": [{"id": "C4.3", "links": [{"target": "A.md#a", "kind": "path", "path": "A.md"}]}]},
	"facts": {name: {"status": "observed", "value": value} | some name, value in {"targets": {"targets": {"A.md#a": {"path": "A.md", "section": {"status": "observed", "value": {"line": 2, "words": 9, "statements": [{"line": 3, "terms": ["coordination", "maintainers", "security-response"], "negated": false, "optional": false}]}}, "mentions": {"status": "observed", "value": {"count": 1, "missingCount": 0, "missing": []}}}}}}},
}

test_all_hold if {
	said := {[outcome.check, object.get(outcome, "subject", ""), outcome.outcome] | some outcome in c4_3.outcomes} with input as given
	said == {["coordinator", "A.md#a", "pass"]}
}

test_no_fact_says_nothing if {
	count([outcome | some outcome in c4_3.outcomes; outcome.outcome == "pass"]) == 0 with input as {"case": {"path": "case.md", "claims": []}, "facts": {}}
}
