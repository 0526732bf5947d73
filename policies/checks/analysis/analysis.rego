# METADATA
# title: Analysis in workflows
# description: Outcomes on the steps that analyse, lint or validate source. A tool is what checks.analysis_tools recognises.
package checks.analysis

import data.checks.workflows
import data.lib

# METADATA
# title: Analysis, lint and validation steps block
# description: >-
#   No continue-on-error, no swallowed status, no condition on the step, its job or what the job needs. What of the workflow
#   cannot be seen may hold a step that lets a finding pass.
blocking(check, running, tools) := lib.decide(check, failures, doubts, otherwise) if {
	failures := array.concat(gated(tools, true), swallowed(tools))
	none := [lib.doubt(message, [lib.in_file(running.path)], []) |
		count(tools) == 0
		message := $"no step of {running.path} is known to analyse, lint or validate"
	]
	doubts := array.flatten([running.doubts, none, gated(tools, false), unclear_exits(tools)])
	names := lib.listing([tool.name | some tool in tools])
	otherwise := lib.pass(check, $"{running.path} fails on a finding of {names}.", places(tools))
}

# METADATA
# title: Static analysis and linting are both there
both_kinds(check, paths, tools, hidden) := lib.decide(check, failures, doubts, otherwise) if {
	lacking := {"analysis", "lint"} - {kind | some tool in tools; some kind in tool.kinds}
	failures := [lib.finding(message, [lib.in_file(path) | some path in paths]) |
		count(hidden) == 0
		some kind in lacking
		message := $"no step of {lib.listing(paths)} is known for {kind}"
	]
	doubts := [doubt | count(lacking) > 0; some doubt in hidden]
	names := lib.listing([tool.name | some tool in tools])
	otherwise := lib.pass(check, $"The cited workflows run {names}.", places(tools))
}

# METADATA
# title: Results of analyses that report alerts are required
# description: An analysis that uploads alerts ends with success whatever it finds; only a rule on its results blocks.
alerts_required(check, tools, hidden, rules) := lib.decide(check, failures, hidden, otherwise) if {
	is_array(rules.tools)
	alerting := [tool | some tool in tools; tool.exit == "alerts"]
	failures := [lib.finding(message, places([tool])) |
		some tool in alerting
		not tool.name in rules.tools
		message := $"no rule requires the results of {tool.name}"
	]
	otherwise := required_or_none(check, alerting)
}

# METADATA
# title: Go tests run with the race detector
race_detector(check, tests, hidden) := lib.decide(check, failures, doubts, otherwise) if {
	racing := [entry | some entry in tests; "-race" in entry.words]
	failures := [lib.finding("no go test runs with -race", command_places(tests)) |
		count(tests) > 0
		count(racing) == 0
	]
	none := [lib.doubt("no step is known to run go test", [], []) | count(tests) == 0]
	doubts := array.concat(none, [doubt | count(racing) == 0; some doubt in hidden])
	otherwise := lib.pass(check, "Go tests run with -race.", command_places(racing))
}

# METADATA
# title: Every Go module is entered
# description: Linters stay in the module of the folder that they run in.
modules_entered(check, tools, modules) := lib.decide(check, failures, [], otherwise) if {
	is_object(modules)
	entered := {folder(tool.step) | some tool in tools; "go" in tool.languages}
	failures := [lib.finding(message, [lib.in_file(trim_left($"{module}/go.mod", "/"))]) |
		some module, sources in modules
		sources != 0
		not module in entered
		message := $"no step that analyses enters the module '{module}' ({sources} Go files)"
	]
	otherwise := entered_or_none(check, modules)
}

# METADATA
# title: Jobs of tools that report by exit status
jobs(tools) := {tool.entry | some tool in tools; tool.exit != "alerts"}

# METADATA
# title: Languages that tools analyse
languages(tools) := {language | some tool in tools; some language in tool.languages}

# METADATA
# title: Tools whose languages are not known
unclear_languages(tools) := [lib.doubt(message, places([tool]), []) |
	some tool in tools
	is_null(tool.languages)
	message := $"which languages {tool.name} analyses cannot be told"
]

required_or_none(check, []) := lib.not_applicable(check, "No analysis reports alerts.", [])

required_or_none(check, alerting) := lib.pass(check, $"A rule requires the results of {names}.", places(alerting)) if {
	count(alerting) > 0
	names := lib.listing([tool.name | some tool in alerting])
}

entered_or_none(check, {}) := lib.not_applicable(check, "The tree has no Go module.", [])

entered_or_none(check, modules) := lib.pass(check, message, []) if {
	modules != {}
	message := $"A step analyses each of the Go modules ({count(modules)})."
}

folder(step) := trim_suffix(trim_prefix(object.get({".": ""}, said, said), "./"), "/") if {
	said := object.get(step, "workingDirectory", object.get(step, ["inputs", "working-directory"], ""))
}

gated(tools, certain) := [lib.finding(message, workflows.gate_places([gate])) |
	some tool in tools
	some gate in tool.gates
	gate.certain == certain
	message := $"{tool.name} may not run or not fail its job: {gate.what}"
]

swallowed(tools) := [lib.finding(message, places([tool])) |
	some tool in tools
	tool.exit == "swallowed"
	message := $"a finding of {tool.name} does not fail its step: its status is swallowed"
]

unclear_exits(tools) := [lib.finding(message, places([tool])) |
	some tool in tools
	tool.exit == "unknown"
	message := $"whether a finding of {tool.name} fails its step cannot be told"
]

places(tools) := [lib.at(tool.file, tool.line) | some tool in tools]

command_places(entries) := [lib.at(entry.file, workflows.line_of(entry.command)) | some entry in entries]
