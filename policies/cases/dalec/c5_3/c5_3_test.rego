package cases.dalec.c5_3_test

import data.cases.dalec.c5_3

given := {
	"case": {"path": "case.md", "claims": [{"id": "C5.3", "links": [{"target": "A.md#a", "kind": "path", "path": "A.md"}]}]},
	"facts": {name: {"status": "observed", "value": value} | some name, value in {"case_reviews": {"commits": 1, "unreviewed": {"count": 0, "commits": []}}, "branch_rules": {"branch": "main", "requiredChecks": [{"context": "t"}], "pullRequests": {"required": true, "approvals": 1}, "forcePushes": "blocked", "deletion": "blocked", "bypass": 0}, "workflows": {"files": {}, "actions": {}}, "path_filters": {"workflows": {}}}},
}

test_all_hold if {
	said := {[outcome.check, object.get(outcome, "subject", ""), outcome.outcome] | some outcome in c5_3.outcomes} with input as given
	said == {["reviewed", "", "pass"], ["checked", "", "pass"]}
}

test_no_fact_says_nothing if {
	count([outcome | some outcome in c5_3.outcomes; outcome.outcome == "pass"]) == 0 with input as {"case": {"path": "case.md", "claims": []}, "facts": {}}
}
