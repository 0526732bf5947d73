package cases.dalec.c3_1_test

import data.cases.dalec.c3_1

path := ".github/workflows/release.yml"

given := {
	"case": {
		"path": "case.md",
		"claims": [{"id": "C3.1", "links": [{"target": path, "kind": "path", "path": path}]}],
		"residualRisks": [{"statement": "Not signed."}],
	},
	"facts": {"workflows": {"status": "observed", "value": {
		"files": {".github/workflows/release.yml": {"status": "observed", "value": {"triggers": {"push": {"line": 2, "tags": [{"pattern": "v*", "line": 3}]}}, "jobs": [{
			"id": "push", "line": 4, "needs": [], "steps": [
				{"line": 5, "uses": {"line": 5, "kind": "remote-action", "action": "docker/login-action", "reference": "a@b", "pinned": true}, "inputs": {"registry": "ghcr.io"}},
				{"line": 6, "uses": {"line": 6, "kind": "remote-action", "action": "docker/build-push-action", "reference": "a@b", "pinned": true}, "inputs": {"push": "true"}},
			],
		}]}}},
		"actions": {},
	}}},
}

test_all_hold if {
	said := {[outcome.check, object.get(outcome, "subject", ""), outcome.outcome] | some outcome in c3_1.outcomes} with input as given
	said == {["builds", path, "pass"], ["may-start", path, "pass"], ["pinned", path, "pass"]}
}

test_no_fact_says_nothing if {
	count([outcome | some outcome in c3_1.outcomes; outcome.outcome == "pass"]) == 0 with input as {"case": {"path": "case.md", "claims": [], "residualRisks": []}, "facts": {}}
}
