package cases.dalec.c5_2_test

import data.cases.dalec.c5_2

given := {
	"case": {"path": "case.md", "claims": [{"id": "C5.2", "links": [{"target": "A.md#a", "kind": "path", "path": "A.md"}]}]},
	"facts": {name: {"status": "observed", "value": value} | some name, value in {"targets": {"targets": {"A.md#a": {"path": "A.md", "section": {"status": "observed", "value": {"line": 2, "words": 9, "statements": [], "badges": [{"service": "best-practices", "project": "7", "line": 4}, {"service": "scorecard", "project": "github.com/acme/widget", "line": 5}]}}, "mentions": {"status": "observed", "value": {"count": 1, "missingCount": 0, "missing": []}}}}}, "badge_entry": {"project": "7", "repository": "https://github.com/acme/widget"}, "workflows": {"files": {}, "actions": {}}, "repository": {"host": "github.com", "owner": "acme", "name": "widget"}}},
}

test_all_hold if {
	said := {[outcome.check, object.get(outcome, "subject", ""), outcome.outcome] | some outcome in c5_2.outcomes} with input as given
	said == {["shown", "A.md#a", "pass"], ["scorecard", "A.md#a", "pass"], ["best-practices", "A.md#a", "pass"], ["results-published", "", "fail"]}
}

test_no_fact_says_nothing if {
	count([outcome | some outcome in c5_2.outcomes; outcome.outcome == "pass"]) == 0 with input as {"case": {"path": "case.md", "claims": []}, "facts": {}}
}
