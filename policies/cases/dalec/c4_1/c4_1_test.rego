package cases.dalec.c4_1_test

import data.cases.dalec.c4_1

given := {
	"case": {"path": "case.md", "claims": [{"id": "C4.1", "links": [{"target": "A.md#a", "kind": "path", "path": "A.md"}]}]},
	"facts": {name: {"status": "observed", "value": value} | some name, value in {"targets": {"targets": {"A.md#a": {"path": "A.md", "section": {"status": "observed", "value": {"line": 2, "words": 9, "statements": [{"line": 3, "terms": ["duration", "response"], "negated": false, "optional": false}], "channels": [{"kind": "email", "line": 4}]}}, "mentions": {"status": "observed", "value": {"count": 1, "missingCount": 0, "missing": []}}}}}, "vulnerability_reporting": {"enabled": true}, "repository": {"host": "github.com", "owner": "acme", "name": "widget"}}},
}

test_all_hold if {
	said := {[outcome.check, object.get(outcome, "subject", ""), outcome.outcome] | some outcome in c4_1.outcomes} with input as given
	said == {["channel", "A.md#a", "pass"], ["enabled", "", "pass"], ["response-time", "A.md#a", "pass"]}
}

test_no_fact_says_nothing if {
	count([outcome | some outcome in c4_1.outcomes; outcome.outcome == "pass"]) == 0 with input as {"case": {"path": "case.md", "claims": []}, "facts": {}}
}
