# METADATA
# title: Analysis in workflows
# description: >-
#   Which steps analyse, lint or validate source, what they analyse, and whether a finding fails their job. What is not in the
#   tables is not recognised, and a workflow in which nothing is recognised is unknown, never fine.
package checks.analysis

import data.checks.workflows
import data.lib

# METADATA
# title: Steps that analyse, lint or validate
# description: Each with its tool, kinds, languages, exit (propagates, swallowed, unknown or alerts) and gates.
tools(files, path) := array.concat(
	[tool | some entry in workflows.steps(files, path); some tool in of_action(entry)],
	[tool | some entry in workflows.steps(files, path); some tool in of_commands(entry)],
)

# METADATA
# title: Analysis, lint and validation steps block
# description: No continue-on-error, no swallowed status, no condition on the step, its job or what the job needs.
blocking(check, files, path) := lib.decide(check, failures, doubts, otherwise) if {
	found := tools(files, path)
	failures := array.concat(gated(found, true), swallowed(found))
	unclear := array.concat(gated(found, false), unclear_exits(found))
	doubts := array.concat(array.concat(workflows.unread(path, files.files[path]), unclear), unrecognised(files, path, found))
	otherwise := lib.pass(
		check, $"{path} fails on a finding of {lib.listing([tool.name | some tool in found])}.",
		[lib.at(tool.file, tool.line) | some tool in found],
	)
}

# METADATA
# title: Static analysis and linting are both there
both_kinds(check, files, paths) := lib.decide(check, failures, doubts, otherwise) if {
	found := [tool | some path in paths; some tool in tools(files, path)]
	lacking := {"analysis", "lint"} - {kind | some tool in found; some kind in tool.kinds}
	hidden := [doubt |
		some path in paths
		some doubt in array.concat(workflows.unread(path, files.files[path]), workflows.opaque(files, path))
	]
	failures := [lib.finding(message, [lib.in_file(path) | some path in paths]) |
		count(hidden) == 0
		some kind in lacking
		message := $"no step of {lib.listing(paths)} is known for {kind}"
	]
	doubts := [doubt | count(lacking) > 0; some doubt in hidden]
	names := lib.listing({tool.name | some tool in found})
	otherwise := lib.pass(check, $"The cited workflows run {names}.", [lib.at(tool.file, tool.line) | some tool in found])
}

# METADATA
# title: Results of analyses that report alerts are required
# description: An analysis that uploads alerts ends with success whatever it finds; only a rule on its results blocks.
alerts_required(check, found, rules) := lib.not_applicable(check, "No analysis reports alerts.", []) if {
	count(alerting(found)) == 0
	is_array(rules.tools)
} else := lib.decide(check, failures, [], otherwise) if {
	is_array(rules.tools)
	names := {tool.name | some tool in alerting(found)}
	failures := [lib.finding(message, [lib.at(tool.file, tool.line)]) |
		some tool in alerting(found)
		not tool.name in rules.tools
		message := $"no rule requires the results of {tool.name}"
	]
	otherwise := lib.pass(check, $"A rule requires the results of {lib.listing(names)}.", [])
}

# METADATA
# title: Go tests run with the race detector
race_detector(check, files, paths) := lib.decide(check, failures, [], otherwise) if {
	tests := [entry | some path in paths; some entry in go_tests(files, path)]
	racing := [entry | some entry in tests; "-race" in entry.command.args]
	failures := [lib.finding("no go test runs with -race", [lib.at(entry.file, entry.command.line) | some entry in tests]) |
		count(racing) == 0
	]
	otherwise := lib.pass(check, "Go tests run with -race.", [lib.at(entry.file, entry.command.line) | some entry in racing])
}

# METADATA
# title: Every Go module is entered
# description: Linters stay in the module of the folder that they run in.
modules_entered(check, found, modules) := lib.decide(check, failures, [], otherwise) if {
	entered := {folder(tool.step) | some tool in found; "go" in tool.languages}
	failures := [lib.finding(message, [lib.in_file(trim_left($"{module}/go.mod", "/"))]) |
		some module, sources in modules
		sources > 0
		not module in entered
		message := $"no step that analyses enters the module {module} ({sources} Go files)"
	]
	otherwise := lib.pass(check, $"A step analyses each of {count(modules)} Go modules.", [])
}

# METADATA
# title: Jobs of tools that report by exit status
jobs(found) := [{"file": tool.file, "job": tool.job} | some tool in found; tool.exit != "alerts"; tool.job.id]

# METADATA
# title: Languages that tools analyse
languages(found) := {language | some tool in found; some language in tool.languages}

by_action := {
	"actionlint": {"name": "actionlint", "kinds": {"lint"}, "languages": {"actions"}},
	"dominikh/staticcheck-action": {"name": "staticcheck", "kinds": {"analysis", "lint"}, "languages": {"go"}},
	"github/codeql-action/analyze": {"name": "CodeQL", "kinds": {"analysis"}, "languages": set(), "alerts": true},
	"golang/govulncheck-action": {"name": "govulncheck", "kinds": {"analysis"}, "languages": {"go"}},
	"golangci/golangci-lint-action": {"name": "golangci-lint", "kinds": {"analysis", "lint"}, "languages": {"go"}},
	"hadolint/hadolint-action": {"name": "hadolint", "kinds": {"lint"}, "languages": set()},
	"ludeeus/action-shellcheck": {"name": "shellcheck", "kinds": {"analysis", "lint"}, "languages": {"shell"}},
	"raven-actions/actionlint": {"name": "actionlint", "kinds": {"lint"}, "languages": {"actions"}},
	"securego/gosec": {"name": "gosec", "kinds": {"analysis"}, "languages": {"go"}},
}

by_program := {
	"actionlint": {"kinds": {"lint"}, "languages": {"actions"}},
	"eslint": {"kinds": {"analysis", "lint"}, "languages": {"javascript-typescript"}},
	"golangci-lint": {"kinds": {"analysis", "lint"}, "languages": {"go"}},
	"gosec": {"kinds": {"analysis"}, "languages": {"go"}},
	"govulncheck": {"kinds": {"analysis"}, "languages": {"go"}},
	"hadolint": {"kinds": {"lint"}, "languages": set()},
	"shellcheck": {"kinds": {"analysis", "lint"}, "languages": {"shell"}},
	"staticcheck": {"kinds": {"analysis", "lint"}, "languages": {"go"}},
	"yamllint": {"kinds": {"lint"}, "languages": set()},
}

# Flags with which a linter reports findings and succeeds.
forgiving := {"--exit-zero", "--issues-exit-code=0", "--no-fail", "-no-fail"}

of_action(entry) := [tool |
	known := by_action[entry.step.uses.action]
	exit := exit_of_action(known, entry.step)
	languages := object.union({"languages": known.languages}, {"languages": scanned | scanned := codeql_languages(known, entry)})
	tool := object.union_n([known, languages, {"exit": exit}, origin(entry, entry.step.uses.line)])
]

of_commands(entry) := [tool |
	lib.observed(entry.step.commands)
	some command in entry.step.commands.value
	some known in of_command(command)
	exit := exit_of_command(command)
	tool := object.union_n([known, {"exit": exit}, origin(entry, command.line)])
]

origin(entry, line) := {"file": entry.file, "line": line, "job": entry.job, "step": entry.step, "gates": entry.gates}

alerting(found) := [tool | some tool in found; tool.exit == "alerts"]

go_tests(files, path) := [{"file": entry.file, "command": command} |
	some entry in workflows.steps(files, path)
	lib.observed(entry.step.commands)
	some command in entry.step.commands.value
	command.program == "go"
	command.args[0] == "test"
]

folder(step) := trim_suffix(trim_prefix(trim_prefix(said, "./"), "."), "/") if {
	said := object.get(step, "workingDirectory", object.get(step, ["inputs", "working-directory"], ""))
}

exit_of_action(known, _) := "alerts" if known.alerts

exit_of_action(known, step) := "swallowed" if {
	not known.alerts
	forgiven(split(object.get(step, ["inputs", "args"], ""), " "))
}

exit_of_action(known, step) := "unknown" if {
	not known.alerts
	is_null(step.inputs.args)
}

exit_of_action(known, step) := "propagates" if {
	not known.alerts
	args := object.get(step, ["inputs", "args"], "")
	is_string(args)
	not forgiven(split(args, " "))
}

exit_of_command(command) := "swallowed" if forgiven(object.get(command, "args", []))

exit_of_command(command) := command.exit if not forgiven(object.get(command, "args", []))

forgiven(words) if {
	some word in words
	word in forgiving
}

of_command(command) := [object.union(by_program[command.program], {"name": command.program}) |
	by_program[command.program]
	not "--version" in object.get(command, "args", [])
] if {
	command.program != "go"
	command.program != "git"
}

of_command(command) := [tool | some tool in go_tools(command.args)] if command.program == "go"

of_command(command) := [{"name": "git diff", "kinds": {"validation"}, "languages": set()} |
	command.args[0] == "diff"
	some word in command.args
	word in {"--exit-code", "--quiet"}
] if {
	command.program == "git"
}

go_tools(args) := [{"name": "go vet", "kinds": {"analysis", "lint"}, "languages": {"go"}}] if args[0] == "vet"

go_tools(args) := [{"name": $"go run {args[1]}", "kinds": {"lint"}, "languages": {"go"}} |
	regex.match(`(lint|vet|analy[sz]|staticcheck)`, args[1])
] if {
	args[0] == "run"
}

go_tools(args) := [{"name": "go generate", "kinds": {"validation"}, "languages": {"go"}}] if args[0] == "generate"

codeql_languages(known, entry) := scanned if {
	known.alerts
	some sibling in entry.job.steps
	sibling.uses.action == "github/codeql-action/init"
	scanned := named_languages(sibling, entry.job)
}

named_languages(step, _) := {canonical(trim_space(word)) | some word in split(step.inputs.languages, ",")} if {
	is_string(step.inputs.languages)
}

# A value with an expression is nearly always the axis of a matrix.
named_languages(step, job) := {canonical(word) | some axis in ["language", "languages"]; some word in job.matrix[axis]} if {
	is_null(step.inputs.languages)
}

canonical(language) := object.get(
	{
		"c": "c-cpp", "cpp": "c-cpp", "java": "java-kotlin", "javascript": "javascript-typescript",
		"kotlin": "java-kotlin", "typescript": "javascript-typescript",
	},
	lower(language), lower(language),
)

gated(found, certain) := [lib.finding(message, workflows.gate_places([gate])) |
	some tool in found
	some gate in tool.gates
	gate.certain == certain
	message := $"{tool.name} may not run or not fail its job: {gate.what}"
]

swallowed(found) := [lib.finding(message, [lib.at(tool.file, tool.line)]) |
	some tool in found
	tool.exit == "swallowed"
	message := $"a finding of {tool.name} does not fail its step: its status is swallowed"
]

unclear_exits(found) := [lib.doubt(message, [lib.at(tool.file, tool.line)], []) |
	some tool in found
	tool.exit == "unknown"
	message := $"whether a finding of {tool.name} fails its step cannot be told"
]

# What cannot be looked into matters where nothing else is known.
unrecognised(files, path, found) := array.concat(
	[lib.doubt($"no step of {path} is known to analyse, lint or validate", [lib.in_file(path)], [])],
	workflows.opaque(files, path),
) if {
	count(found) == 0
}

unrecognised(_, _, found) := [] if count(found) > 0
