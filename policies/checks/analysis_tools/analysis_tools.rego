# METADATA
# title: Tools that analyse
# description: >-
#   Which steps analyse, lint or validate source, what they analyse, and what becomes of a finding. What is not in the tables is
#   not recognised, and a workflow in which nothing is recognised is unknown, never fine.
package checks.analysis_tools

import data.checks.workflows
import data.lib

# METADATA
# title: Steps of a workflow that analyse, lint or validate
# description: Each with its tool, kinds, languages (null when not known), exit (propagates, swallowed, unknown or alerts) and gates.
of(running) := array.concat(
	[tool | some entry in running.steps; some tool in of_action(entry, running.steps)],
	[tool |
		some entry in running.commands
		recognised[entry.command.program]
		some tool in of_command(entry, running)
	],
)

# METADATA
# title: What may analyse or lint out of sight
# description: Build scripts, and actions that are not in the tables and whose names say that they do.
masked(running) := array.concat(
	[lib.doubt(message, [lib.at(entry.file, workflows.line_of(entry.command))], []) |
		some entry in running.commands
		masking[entry.command.program]
		message := "a build script may analyse or lint, which cannot be seen"
	],
	[lib.doubt(message, [lib.at(entry.file, workflows.line_of(entry.step.uses))], []) |
		some entry in running.steps
		action := entry.step.uses.action
		not by_action[action]
		hinted(action)
		message := $"{action} may analyse or lint, and is not known"
	],
)

hinted(action) if {
	some hint in ["lint", "sast", "scan", "analy", "pre-commit", "semgrep", "sonar", "vet"]
	contains(action, hint)
}

masking := workflows.build_programs | {"pre-commit"}

# METADATA
# title: Commands that run Go tests
go_tests(running) := [entry |
	some entry in running.commands
	entry.command.program == "go"
	entry.words[0] == "test"
]

by_action := {
	"dominikh/staticcheck-action": {"name": "staticcheck", "kinds": {"analysis", "lint"}, "languages": {"go"}},
	"github/codeql-action/analyze": {"name": "CodeQL", "kinds": {"analysis"}, "languages": null},
	"golang/govulncheck-action": {"name": "govulncheck", "kinds": {"analysis"}, "languages": {"go"}},
	"golangci/golangci-lint-action": {"name": "golangci-lint", "kinds": {"analysis", "lint"}, "languages": {"go"}},
	"hadolint/hadolint-action": {"name": "hadolint", "kinds": {"lint"}, "languages": set()},
	"ludeeus/action-shellcheck": {"name": "shellcheck", "kinds": {"analysis", "lint"}, "languages": {"shell"}},
	"raven-actions/actionlint": {"name": "actionlint", "kinds": {"lint"}, "languages": {"actions"}},
	"securego/gosec": {"name": "gosec", "kinds": {"analysis"}, "languages": {"go"}},
}

of_action(entry, steps) := [tool |
	known := by_action[entry.step.uses.action]
	settled := {"exit": exit_of_action(known, entry.step), "languages": languages_of(known, entry, steps)}
	tool := object.union(object.union(known, settled), origin(entry, entry.step.uses, []))
]

of_command(entry, running) := [tool |
	some known in commanded(entry, running)
	gates := workflows.script_gates(entry)
	tool := object.union(known, object.union({"exit": exit_of_command(entry)}, origin(entry, entry.command, gates)))
]

origin(entry, place, gates) := {
	"file": entry.file,
	"line": workflows.line_of(place),
	"entry": entry.context,
	"step": entry.step,
	"gates": array.concat(entry.gates, gates),
}

# Its own languages, else CodeQL's: those that its job sets up.
languages_of(known, _, _) := known.languages if not is_null(known.languages)

languages_of(known, entry, steps) := languages if {
	is_null(known.languages)
	setups := [step.step | some step in steps; step.owner == entry.owner; sets_up(step.step)]
	named := [languages | some step in setups; languages := named_languages(step, entry.context.job)]
	languages := joined(setups, named)
}

sets_up(step) if step.uses.action == "github/codeql-action/init"

joined(setups, named) := {language | some languages in named; some language in languages} if {
	count(setups) > 0
	count(named) == count(setups)
} else := null

named_languages(step, _) := {canonical(trim_space(word)) | some word in split(step.inputs.languages, ",")} if {
	is_string(step.inputs.languages)
}

# A value with an expression is nearly always an axis of the matrix of that name: any other is not known.
named_languages(step, job) := {canonical(word) | some word in values} if {
	is_null(step.inputs.languages)
	axes := [axis | some axis in ["language", "languages"]; job.matrix[axis]]
	count(axes) == 1
	values := job.matrix[axes[0]]
	is_array(values)
	count(values) > 0
}

canonical(language) := object.get(synonyms, lower(language), lower(language))

synonyms := {
	"c": "c-cpp",
	"c#": "csharp",
	"c++": "c-cpp",
	"cpp": "c-cpp",
	"java": "java-kotlin",
	"javascript": "javascript-typescript",
	"kotlin": "java-kotlin",
	"typescript": "javascript-typescript",
}
