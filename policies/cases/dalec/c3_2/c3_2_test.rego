package cases.dalec.c3_2_test

import data.cases.dalec.c3_2

ci := ".github/workflows/ci.yml"

given(facts) := {
	"case": {"claims": [{"id": "C3.2", "links": [
		{"target": ci, "kind": "path", "path": ci},
		{"target": "spec.go#L1", "kind": "path", "path": "spec.go", "anchor": "L1"},
		{"target": "https://example.com/x.go", "kind": "site"},
	]}]},
	"facts": {name: {"status": "observed", "value": value} | some name, value in facts},
}

said := {[outcome.check, object.get(outcome, "subject", ""), outcome.outcome] | some outcome in c3_2.outcomes}

command(program, words) := {"line": 6, "program": program, "args": words, "exit": "propagates"}

workflow := {
	"triggers": {"pull_request": {"line": 2, "defaultBranch": {"status": "observed", "value": {"starts": true}}}},
	"jobs": [{"id": "generated", "line": 4, "needs": [], "steps": [{"line": 5, "commands": {"status": "observed", "value": [
		command("go", ["generate", "./..."]),
		command("git", ["diff", "--exit-code"]),
	]}}]}],
}

facts(files, filters, directives) := {
	"workflows": {"files": files, "actions": {}},
	"path_filters": {"workflows": filters},
	"generate": {"directives": directives},
	"branch_rules": {"branch": "main", "requiredChecks": [{"context": "generated"}]},
}

test_all_hold if {
	filter := {"exempt": {}, "watched": {"x.json": {"starts": true}}, "unmatched": []}
	directive := {"path": "spec.go", "line": 1, "module": "", "output": {"status": "observed", "value": "x.json"}}
	files := {ci: {"status": "observed", "value": workflow}}
	said == {
		["on-pull-requests", ci, "pass"],
		["compares", "", "pass"],
		["has-directive", "", "pass"],
		["outputs-covered", "", "pass"],
		["required-check", "", "pass"],
		["notices-untracked", "", "fail"],
	} with input as given(facts(files, {ci: {"status": "observed", "value": filter}}, [directive]))
}

test_nothing_is_there if {
	said == {
		["on-pull-requests", ci, "unknown"],
		["compares", "", "unknown"],
		["has-directive", "", "fail"],
		["outputs-covered", "", "unknown"],
		["required-check", "", "unknown"],
		["notices-untracked", "", "unknown"],
	} with input as given(facts({}, {}, []))
}

test_no_fact_passes if {
	{outcome | some [_, _, outcome] in said} & {"pass"} == set() with input as given({})
}
