package cases.dalec.c2_4_test

import data.cases.dalec.c2_4

ci := ".github/workflows/ci.yml"

given(facts) := {
	"case": {"claims": [{"id": "C2.4", "links": [{"target": ci, "kind": "path", "path": ci}]}]},
	"facts": {name: {"status": "observed", "value": value} | some name, value in facts},
}

said := {[outcome.check, object.get(outcome, "subject", ""), outcome.outcome] | some outcome in c2_4.outcomes}

command(program, words) := {"line": 6, "program": program, "args": words, "exit": "propagates"}

workflow := {
	"triggers": {"pull_request": {"line": 2, "defaultBranch": {"status": "observed", "value": {"starts": true}}}},
	"jobs": [{"id": "lint", "line": 4, "needs": [], "steps": [{"line": 5, "commands": {"status": "observed", "value": [
		command("golangci-lint", ["run"]),
		command("go", ["test", "-race", "./..."]),
	]}}]}],
}

facts(files, filters) := {
	"workflows": {"files": files, "actions": {}},
	"path_filters": {"workflows": filters},
	"modules": {"go": {"": 3}},
	"branch_rules": {"branch": "main", "requiredChecks": [{"context": "lint"}]},
	"code_scanning_rules": {"tools": []},
}

test_all_hold if {
	filter := {"exempt": {"go": {"tracked": 3, "count": 0, "files": []}}, "watched": {}, "unmatched": []}
	said == {
		["on-pull-requests", ci, "pass"],
		["both-kinds", "", "pass"],
		["blocking", ci, "pass"],
		["no-exempt-source", ci, "pass"],
		["required-checks", "", "pass"],
		["required-alerts", "", "not-applicable"],
		["pinned", ci, "pass"],
		["race-detector", "", "pass"],
		["patterns-match", ci, "pass"],
		["modules-entered", "", "pass"],
	} with input as given(facts({ci: {"status": "observed", "value": workflow}}, {ci: {"status": "observed", "value": filter}}))
}

test_nothing_is_there if {
	said == {
		["on-pull-requests", ci, "unknown"],
		["both-kinds", "", "unknown"],
		["blocking", ci, "unknown"],
		["no-exempt-source", ci, "unknown"],
		["required-checks", "", "unknown"],
		["required-alerts", "", "unknown"],
		["pinned", ci, "unknown"],
		["race-detector", "", "unknown"],
		["patterns-match", ci, "unknown"],
		["modules-entered", "", "fail"],
	} with input as given(facts({}, {}))
}

test_no_fact_passes if {
	{outcome | some [_, _, outcome] in said} == {"unknown"} with input as given({"workflows": {}})
	said == {["race-detector", "", "unknown"]} with input as given({})
}
