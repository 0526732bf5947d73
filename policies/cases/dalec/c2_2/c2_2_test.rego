package cases.dalec.c2_2_test

import data.cases.dalec.c2_2

given := {
	"case": {"path": "case.md", "claims": [{"id": "C2.2", "links": [{"target": "A.md#a", "kind": "path", "path": "A.md"}]}]},
	"facts": {name: {"status": "observed", "value": value} | some name, value in {"branch_rules": {"branch": "main", "requiredChecks": [{"context": "t"}], "pullRequests": {"required": true, "approvals": 1}, "forcePushes": "blocked", "deletion": "blocked", "bypass": 0}, "pull_requests": {"count": 1, "unapproved": []}, "codeowners": {"errors": 0}, "workflows": {"files": {}, "actions": {}}}},
}

test_all_hold if {
	said := {[outcome.check, object.get(outcome, "subject", ""), outcome.outcome] | some outcome in c2_2.outcomes} with input as given
	said == {["approval", "", "pass"], ["status-checks", "", "pass"], ["history-kept", "", "pass"], ["bypass", "", "pass"], ["approved", "", "pass"], ["codeowners", "", "pass"], ["always-reports", "", "pass"]}
}

test_no_fact_says_nothing if {
	count([outcome | some outcome in c2_2.outcomes; outcome.outcome == "pass"]) == 0 with input as {"case": {"path": "case.md", "claims": []}, "facts": {}}
}
