package checks.analysis_tools_test

import data.checks.analysis_tools
import data.checks.workflows

run(job) := workflows.run({"actions": {}, "files": {"ci.yml": {"status": "observed", "value": {"triggers": {}, "jobs": [job]}}}}, "ci.yml")

job(steps) := {"id": "a", "line": 2, "needs": [], "steps": steps}

command(program, words) := {"line": 4, "program": program, "args": words, "exit": "propagates"}

commands(given) := {"line": 3, "commands": {"status": "observed", "value": given}}

action(name, inputs) := {
	"line": 3,
	"uses": {"line": 3, "kind": "remote-action", "reference": name, "action": name, "pinned": true},
	"inputs": inputs,
}

of(steps) := [[tool.name, tool.kinds, tool.languages, tool.exit] | some tool in analysis_tools.of(run(job(steps)))]

both := {"analysis", "lint"}

test_commands if {
	cases := [
		["golangci-lint", ["run"], [["golangci-lint", both, {"go"}, "propagates"]]],
		["golangci-lint", ["cache", "clean"], []],
		["golangci-lint", ["--version"], []],
		["golangci-lint", ["run", "--issues-exit-code=0"], [["golangci-lint", both, {"go"}, "swallowed"]]],
		["golangci-lint", ["run", "--issues-exit-code", "0"], [["golangci-lint", both, {"go"}, "swallowed"]]],
		["golangci-lint", ["run", null], [["golangci-lint", both, {"go"}, "unknown"]]],
		["gosec", ["-no-fail", null], [["gosec", {"analysis"}, {"go"}, "swallowed"]]],
		["shellcheck", ["a.sh"], [["shellcheck", both, {"shell"}, "propagates"]]],
		["unheard-of", ["a.sh"], []],
		["go", ["vet", "./..."], [["go vet", both, {"go"}, "propagates"]]],
		["go", ["generate", "./..."], [["go generate", {"validation"}, {"go"}, "propagates"]]],
		["go", ["build", "./..."], []],
		["go", [], []],
		["go", ["run", "./cmd/lint", "./..."], [["go run ./cmd/lint", {"lint"}, {"go"}, "propagates"]]],
		["go", ["run", "-mod=mod", "./cmd/lint"], [["go run ./cmd/lint", {"lint"}, {"go"}, "propagates"]]],
		["go", ["run", "./cmd/velvet"], []],
		["go", ["run", "./cmd/splinter"], []],
		["go", ["run", "./cmd/widget-linter"], [["go run ./cmd/widget-linter", {"lint"}, {"go"}, "propagates"]]],
		["go", ["run", "./lint/generate"], []],
		["go", ["run", "honnef.co/go/tools/cmd/staticcheck@latest", "./..."], [["staticcheck", both, {"go"}, "propagates"]]],
		["git", ["diff", "--exit-code"], []],
	]
	every case in cases {
		[case[0], case[1], of([commands([command(case[0], case[1])])])] == case
	}
}

test_a_diff_validates_what_is_generated_before_it if {
	generate := command("go", ["generate", "./..."])
	diff := command("git", ["diff", "--quiet"])
	[tool[0] | some tool in of([commands([generate, diff])])] == ["go generate", "git diff"]
	[tool[0] | some tool in of([commands([generate]), commands([diff])])] == ["go generate", "git diff"]
	[tool[0] | some tool in of([commands([diff, generate])])] == ["go generate"]
	[tool[0] | some tool in of([commands([generate, command("git", ["diff"])])])] == ["go generate"]
}

test_exits if {
	cases := [["propagates", "propagates"], ["swallowed", "swallowed"], ["unknown", "unknown"], ["another word", "unknown"], [null, "unknown"]]
	every case in cases {
		given := object.union(command("gosec", []), {"exit": case[0]})
		of([commands([given])]) == [["gosec", {"analysis"}, {"go"}, case[1]]]
	}
	of([commands([object.remove(command("gosec", []), ["exit"])])]) == [["gosec", {"analysis"}, {"go"}, "unknown"]]
}

test_actions if {
	lint := "golangci/golangci-lint-action"
	of([action(lint, {})]) == [["golangci-lint", both, {"go"}, "propagates"]]
	of([action(lint, {"args": "--timeout=5m"})]) == [["golangci-lint", both, {"go"}, "propagates"]]
	of([action(lint, {"args": "--issues-exit-code=0"})]) == [["golangci-lint", both, {"go"}, "swallowed"]]
	of([action(lint, {"args": null})]) == [["golangci-lint", both, {"go"}, "unknown"]]
	of([action("acme/unheard-of", {})]) == []
}

codeql(setups, matrix) := [[tool.languages, tool.exit] |
	steps := array.concat([action("github/codeql-action/init", inputs) | some inputs in setups], [action("github/codeql-action/analyze", {})])
	some tool in analysis_tools.of(run(object.union(job(steps), {"matrix": matrix})))
]

test_languages_of_codeql if {
	cases := [
		[[{"languages": "go"}], {}, {"go"}],
		[[{"languages": "Go, typescript"}], {}, {"go", "javascript-typescript"}],
		[[{"languages": "go"}], {"language": ["python"]}, {"go"}],
		[[{"languages": "go"}, {"languages": "c++"}], {}, {"go", "c-cpp"}],
		[[{"languages": null}], {"language": ["go", "cpp"]}, {"go", "c-cpp"}],
		[[{"languages": null}], {"languages": ["go"]}, {"go"}],
		[[{"languages": null}], {"languages": ["go"], "language": ["python"]}, null],
		[[{"languages": null}], {"language": null}, null],
		[[{"languages": null}], {"language": []}, null],
		[[{"languages": null}], {"os": ["go"]}, null],
		[[{"languages": null}, {"languages": "go"}], {}, null],
		[[{}], {}, null],
		[[], {}, null],
	]
	every case in cases {
		[case[0], codeql(case[0], case[1])] == [case[0], [[case[2], "alerts"]]]
	}
}

test_where_a_tool_stands if {
	[tool] := analysis_tools.of(run(job([commands([object.union(command("gosec", []), {"conditional": true})])])))
	[tool.file, tool.line, tool.entry.job.id, tool.entry.root] == ["ci.yml", 4, "a", "ci.yml"]
	tool.gates == [{"what": "gosec runs only under a condition of its script", "file": "ci.yml", "line": 4, "certain": false}]
}

test_go_tests if {
	tests := analysis_tools.go_tests(run(job([commands([command("go", ["test"]), command("go", ["vet"]), command("gotest", ["test"])])])))
	[entry.words | some entry in tests] == [["test"]]
}

test_what_may_analyse_out_of_sight if {
	uses := {"line": 4, "action": "acme/super-linter"}
	running := {
		"commands": [
			{"file": "ci.yml", "command": {"line": 3, "program": "make"}},
			{"file": "ci.yml", "command": {"line": 5, "program": "echo"}},
		],
		"steps": [
			{"file": "ci.yml", "step": {"uses": uses}},
			{"file": "ci.yml", "step": {"uses": {"line": 6, "action": "actions/checkout"}}},
			{"file": "ci.yml", "step": {"uses": {"line": 7, "action": "github/codeql-action/analyze"}}},
		],
	}
	[[doubt.message, doubt.locations] | some doubt in analysis_tools.masked(running)] == [
		["a build script may analyse or lint, which cannot be seen", [{"path": "ci.yml", "line": 3}]],
		["acme/super-linter may analyse or lint, and is not known", [{"path": "ci.yml", "line": 4}]],
	]
}
