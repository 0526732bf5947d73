# METADATA
# title: Generated files
# description: >-
#   Outcomes on whether a workflow generates again and compares, and whether what is generated is covered by its path filters.
package checks.generate

import data.checks.workflows
import data.lib

# METADATA
# title: A job generates over all packages, and then fails on a diff
# description: Both in one job and in this order, neither swallowed nor under a condition.
compares(check, files, paths) := lib.decide(check, failures, doubts, otherwise) if {
	found := pairs(files, paths)
	clean := [pair | some pair in found; count(flaws(pair)) == 0]
	failures := [flaw | count(clean) == 0; some flaw in array.concat(certain(found), lacking(files, paths, found))]
	doubts := [doubt | count(clean) == 0; some doubt in array.concat(uncertain(found), hidden(files, paths, found))]
	otherwise := lib.pass(
		check, $"{lib.listing([pair.file | some pair in clean])} generates over all packages and fails on a diff.",
		[lib.at(pair.file, line) | some pair in clean; some line in [pair.generator.line, pair.diff.line]],
	)
}

# METADATA
# title: Files that the generator adds are noticed, too
# description: git diff says nothing of files that are not tracked.
notices_untracked(check, files, paths) := lib.decide(check, failures, [], otherwise) if {
	found := pairs(files, paths)
	failures := [lib.finding("git diff does not see files that are not tracked", [lib.at(pair.file, pair.diff.line)]) |
		some pair in found
		not adds(pair)
	]
	otherwise := lib.pass(check, "Untracked files are noticed, too.", [lib.at(pair.file, pair.diff.line) | some pair in found])
	count(found) > 0
}

# METADATA
# title: Each of these sources has a directive
has_directive(check, sources, directives) := lib.decide(check, failures, doubts, otherwise) if {
	failures := [lib.finding($"{source} has no go:generate directive", [lib.in_file(source)]) |
		some source in [name | some name in sources]
		not source in {directive.path | some directive in directives}
	]
	doubts := [lib.doubt("the claim cites no Go source", [], []) | count(sources) == 0]
	places := [lib.at(directive.path, directive.line) | some directive in directives; directive.path in sources]
	otherwise := lib.pass(check, $"{lib.listing(sources)} has its go:generate directive.", places)
}

# METADATA
# title: No output of a directive is exempt from the workflows that generate
outputs_covered(check, files, filters, directives) := lib.decide(check, failures, doubts, otherwise) if {
	paths := {path | some path, _ in files.files; count(generators(files, {path})) > 0}
	failures := array.concat(exempt(filters, paths, directives), outside(directives))
	unknown_filters := [lib.doubt(message, [], missing) |
		some path in paths
		missing := lib.missing("path_filters", object.get(filters, path, null))
		count(missing) > 0
		message := $"the path filters of {path} cannot be worked out"
	]
	doubts := array.concat(array.concat(unclear(directives), unwatched(filters, paths, directives)), array.concat(unknown_filters, nothing(paths, directives)))
	outputs := [directive.output.value | some directive in directives]
	otherwise := lib.pass(check, $"A change to {lib.listing(outputs)} alone starts {lib.listing(paths)}.", [lib.in_file(path) | some path in paths])
}

# METADATA
# title: Jobs that generate and compare
jobs(files, paths) := [{"file": pair.file, "job": pair.job} | some pair in pairs(files, paths); pair.job.id]

pairs(files, paths) := [object.union(generator, {"diff": diff.command, "diff_gates": diff.gates, "between": between}) |
	some generator in generators(files, paths)
	"./..." in generator.generator.args
	at_root(generator.step)
	some diff in diffs(files, paths)
	diff.file == generator.file
	object.get(diff.job, "id", "") == object.get(generator.job, "id", "")
	diff.command.line > generator.generator.line
	between := [command |
		some command in commands(files, paths)
		command.file == diff.file
		command.command.line >= generator.generator.line
		command.command.line <= diff.command.line
	]
]

generators(files, paths) := [object.union(entry, {"generator": entry.command}) |
	some entry in commands(files, paths)
	entry.command.program == "go"
	entry.command.args[0] == "generate"
]

# A diff of some paths alone does not see the others.
diffs(files, paths) := [entry |
	some entry in commands(files, paths)
	entry.command.program == "git"
	entry.command.args[0] in {"diff", "diff-index"}
	some word in entry.command.args
	word in {"--exit-code", "--quiet"}
	every other in array.slice(entry.command.args, 1, count(entry.command.args)) { whole_tree(other) }
]

whole_tree(word) if startswith(word, "-")

whole_tree(word) if word in {"HEAD", "."}

commands(files, paths) := [object.union(entry, {"command": command}) |
	some path in paths
	some entry in workflows.steps(files, path)
	lib.observed(entry.step.commands)
	some command in entry.step.commands.value
]

at_root(step) if object.get(step, "workingDirectory", ".") in {".", "./"}

flaws(pair) := array.concat(
	[{"what": gate.what, "certain": gate.certain, "place": lib.at(gate.file, gate.line)} |
		some gate in array.concat(pair.gates, pair.diff_gates)
	],
	[{"what": what, "certain": command.exit == "swallowed", "place": lib.at(pair.file, command.line)} |
		some command in [pair.generator, pair.diff]
		command.exit != "propagates"
		what := $"whether a failure of {command.program} {command.args[0]} fails its step is {command.exit}"
	],
)

certain(found) := [lib.finding(flaw.what, [flaw.place]) |
	some pair in found
	some flaw in flaws(pair)
	flaw.certain
]

uncertain(found) := [lib.doubt(flaw.what, [flaw.place], []) |
	some pair in found
	some flaw in flaws(pair)
	not flaw.certain
]

lacking(files, paths, found) := [lib.finding(message, places) |
	count(found) == 0
	count(screens(files, paths)) == 0
	all := generators(files, paths)
	places := [lib.at(entry.file, entry.command.line) | some entry in all]
	message := {
		true: $"no job of {lib.listing(paths)} runs go generate",
		false: "go generate does not run over all packages (./...) from the root, with a git diff --exit-code of the whole tree after it",
	}[count(all) == 0]
]

hidden(files, paths, found) := [doubt |
	count(found) == 0
	some doubt in screens(files, paths)
]

# What may generate and compare out of sight.
screens(files, paths) := array.concat(
	[doubt | some path in paths; some doubt in workflows.opaque(files, path)],
	array.concat(
		[doubt | some path in paths; some doubt in workflows.unread(path, files.files[path])],
		[lib.doubt(message, [lib.at(entry.file, entry.command.line)], []) |
			some entry in commands(files, paths)
			entry.command.program in {"", "make", "just", "task", "npm", "bash", "sh"}
			message := "a build script may generate and compare, which cannot be seen"
		],
	),
)

adds(pair) if {
	some entry in pair.between
	entry.command.program == "git"
	entry.command.args[0] in {"add", "status"}
}

exempt(filters, paths, directives) := [lib.finding(message, [lib.at(path, result.line), lib.at(directive.path, directive.line)]) |
	some path in paths
	some directive in directives
	output := directive.output.value
	result := filters[path].value.watched[output]
	result.starts == false
	message := $"{output}, which {directive.path}:{directive.line} generates, can change alone without starting {path} (pattern '{result.pattern}' at {path}:{result.line})"
]

# go generate ./... stays in the module of the folder that it runs in.
outside(directives) := [lib.finding(message, [lib.at(directive.path, directive.line)]) |
	some directive in directives
	directive.module != ""
	message := $"{directive.path}:{directive.line} is in the module {directive.module}, which go generate ./... does not enter"
]

unclear(directives) := [lib.doubt(message, [lib.at(directive.path, directive.line)], []) |
	some directive in directives
	not lib.observed(directive.output)
	message := $"what the directive at {directive.path}:{directive.line} writes is not known"
]

unwatched(filters, paths, directives) := [lib.doubt(message, [lib.at(directive.path, directive.line)], []) |
	some path in paths
	lib.observed(filters[path])
	some directive in directives
	output := directive.output.value
	not is_boolean(filters[path].value.watched[output].starts)
	message := $"whether a change to {output} starts {path} is not known"
]

nothing(paths, directives) := array.concat(
	[lib.doubt("no workflow is known to run go generate", [], []) | count(paths) == 0],
	[lib.doubt("the tree has no go:generate directive", [], []) | count(directives) == 0],
)
