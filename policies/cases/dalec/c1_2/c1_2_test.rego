package cases.dalec.c1_2_test

import data.cases.dalec.c1_2

given := {
	"case": {"path": "case.md", "claims": [{"id": "C1.2", "links": [{"target": "A.md#a", "kind": "path", "path": "A.md"}]}]},
	"facts": {name: {"status": "observed", "value": value} | some name, value in {"targets": {"targets": {"A.md#a": {"path": "A.md", "section": {"status": "observed", "value": {"line": 2, "words": 9, "statements": [{"line": 3, "terms": ["coordination", "maintainers", "security-response"], "negated": false, "optional": false}]}}, "mentions": {"status": "observed", "value": {"count": 1, "missingCount": 0, "missing": []}}}}}, "maintainers": {"count": 2, "path": "M.md", "line": 1}}},
}

test_all_hold if {
	said := {[outcome.check, object.get(outcome, "subject", ""), outcome.outcome] | some outcome in c1_2.outcomes} with input as given
	said == {["given", "A.md#a", "pass"], ["several", "", "pass"]}
}

test_no_fact_says_nothing if {
	count([outcome | some outcome in c1_2.outcomes; outcome.outcome == "pass"]) == 0 with input as {"case": {"path": "case.md", "claims": []}, "facts": {}}
}
