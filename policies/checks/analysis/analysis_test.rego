package checks.analysis_test

import data.checks.analysis
import data.lib

running(doubts) := {"path": "ci.yml", "doubts": doubts}

tool(changes) := object.union(
	{
		"name": "golangci-lint",
		"kinds": {"lint"},
		"languages": {"go"},
		"exit": "propagates",
		"file": "ci.yml",
		"line": 4,
		"entry": {"root": "ci.yml", "job": {"id": "a"}},
		"step": {},
		"gates": [],
	},
	changes,
)

codeql := tool({"name": "CodeQL", "kinds": {"analysis"}, "exit": "alerts"})

hidden := [lib.doubt("it is hidden", [], [])]

said(outcome) := [outcome.outcome, outcome.message]

blocking(doubts, changes) := said(analysis.blocking("blocking", running(doubts), [codeql, tool(changes)]))

gate(certain) := {"gates": [{"what": "a gate", "file": "ci.yml", "line": 3, "certain": certain}]}

test_blocking if {
	blocking([], {}) == ["pass", "ci.yml fails on a finding of CodeQL, golangci-lint."]
	blocking([], gate(true)) == ["fail", "golangci-lint may not run or not fail its job: a gate"]
	blocking([], gate(false)) == ["unknown", "golangci-lint may not run or not fail its job: a gate"]
	blocking([], {"exit": "swallowed"}) == ["fail", "a finding of golangci-lint does not fail its step: its status is swallowed"]
	blocking([], {"exit": "unknown"}) == ["unknown", "whether a finding of golangci-lint fails its step cannot be told"]
	blocking(hidden, {}) == ["unknown", "it is hidden"]
	blocking(hidden, gate(true)) == ["fail", "golangci-lint may not run or not fail its job: a gate"]
}

test_nothing_that_is_known_blocks if {
	said(analysis.blocking("blocking", running([]), [])) == ["unknown", "no step of ci.yml is known to analyse, lint or validate"]
}

both_kinds(tools, doubts) := said(analysis.both_kinds("both", {"ci.yml"}, tools, doubts))

test_both_kinds if {
	both_kinds([codeql, tool({})], []) == ["pass", "The cited workflows run CodeQL, golangci-lint."]
	both_kinds([codeql, tool({})], hidden) == ["pass", "The cited workflows run CodeQL, golangci-lint."]
	both_kinds([codeql], []) == ["fail", "no step of ci.yml is known for lint"]
	both_kinds([], []) == ["fail", "no step of ci.yml is known for analysis; no step of ci.yml is known for lint"]
	both_kinds([codeql], hidden) == ["unknown", "it is hidden"]
}

alerts(tools, doubts, rules) := said(analysis.alerts_required("alerts", tools, doubts, rules))

test_alerts_required if {
	alerts([codeql, tool({})], [], {"tools": ["CodeQL"]}) == ["pass", "A rule requires the results of CodeQL."]
	alerts([codeql], [], {"tools": ["codeql"]}) == ["fail", "no rule requires the results of CodeQL"]
	alerts([tool({})], [], {"tools": []}) == ["not-applicable", "No analysis reports alerts."]
	alerts([tool({})], hidden, {"tools": []}) == ["unknown", "it is hidden"]
	every rules in [{}, "", {"tools": "CodeQL"}, {"tools": {}}] {
		not analysis.alerts_required("alerts", [codeql], [], rules)
	}
}

go_test(words) := {"file": "ci.yml", "command": {"line": 5}, "words": words}

race(tests, doubts) := said(analysis.race_detector("race", tests, doubts))

test_race_detector if {
	race([go_test(["test"]), go_test(["test", "-race"])], []) == ["pass", "Go tests run with -race."]
	race([go_test(["test"])], []) == ["fail", "no go test runs with -race"]
	race([], []) == ["unknown", "no step is known to run go test"]
}

modules(tools, found) := said(analysis.modules_entered("modules", tools, found))

test_modules_entered if {
	inside := tool({"step": {"workingDirectory": "./tools/"}})
	by_input := tool({"step": {"inputs": {"working-directory": ".github/tool"}}})
	root := tool({"step": {"workingDirectory": "."}})
	modules([root, inside, by_input], {"": 3, "tools": 1, ".github/tool": 1}) == ["pass", "A step analyses each of the Go modules (3)."]
	modules([tool({})], {"": 3, "tools": 0}) == ["pass", "A step analyses each of the Go modules (2)."]
	modules([tool({})], {"": 3, "tools": 1}) == ["fail", "no step that analyses enters the module 'tools' (1 Go files)"]
	modules([tool({"languages": {"shell"}})], {"": 3}) == ["fail", "no step that analyses enters the module '' (3 Go files)"]
	modules([tool({})], {}) == ["not-applicable", "The tree has no Go module."]
	not analysis.modules_entered("modules", [], [])
}

test_jobs_and_languages if {
	analysis.jobs([codeql, tool({}), tool({"line": 9})]) == {{"root": "ci.yml", "job": {"id": "a"}}}
	analysis.languages([tool({}), tool({"languages": {"shell"}}), tool({"languages": null})]) == {"go", "shell"}
	analysis.unclear_languages([tool({}), tool({"languages": set()})]) == []
	[doubt] := analysis.unclear_languages([tool({"languages": null})])
	doubt.message == "which languages golangci-lint analyses cannot be told"
}
