# METADATA
# title: Generated files
# description: >-
#   Outcomes on whether a workflow generates again and compares, and whether what is generated is covered by its path filters.
package checks.generate

import data.checks.path_filters
import data.lib

# METADATA
# title: A job generates over all packages, and then fails on a diff
# description: Both in one job and in this order, neither swallowed nor under a condition.
compares(check, running) := lib.decide(check, failures, doubts, otherwise) if {
	found := all_pairs(running)
	clean := [pair | some pair in found; count(flaws(pair)) == 0]
	possible := [pair | some pair in found; not flawed(pair)]
	failures := [flaw |
		count(possible) == 0
		some flaw in array.concat([flaw | some pair in found; some flaw in flaws(pair); flaw.certain], lacking(running, found))
	]
	doubts := [flaw |
		count(clean) == 0
		some flaw in array.concat([flaw | some pair in possible; some flaw in flaws(pair)], hidden(running, found))
	]
	files := lib.listing([pair.generator.file | some pair in clean])
	otherwise := lib.pass(check, $"{files} generates over all packages and fails on a diff.", places(clean))
}

# METADATA
# title: Files that the generator adds are noticed, too
# description: git diff says nothing of files that are not tracked.
notices_untracked(check, running) := lib.decide(check, failures, none, otherwise) if {
	found := all_pairs(running)
	failures := [lib.finding("git diff does not see files that are not tracked", [place(pair.diff)]) |
		some pair in found
		not notices(pair)
	]
	none := [lib.doubt("no job is known to generate and compare", [], []) | count(found) == 0]
	otherwise := lib.pass(check, "Untracked files are noticed, too.", places(found))
}

# METADATA
# title: Each of these sources has a directive
has_directive(check, sources, directives) := lib.decide(check, failures, doubts, otherwise) if {
	is_array(directives)
	failures := [lib.finding(message, [lib.in_file(source)]) |
		some source in sources
		not source in {directive.path | some directive in directives}
		message := $"{source} has no go:generate directive"
	]
	doubts := [lib.doubt("the claim cites no Go source", [], []) | count(sources) == 0]
	there := {lib.at(directive.path, directive.line) | some directive in directives; directive.path in sources}
	otherwise := lib.pass(check, $"A go:generate directive is in {lib.listing(sources)}.", there)
}

# METADATA
# title: No output of a directive is exempt from the workflows that generate
outputs_covered(check, running, filters, directives) := lib.decide(check, failures, doubts, otherwise) if {
	is_array(directives)
	is_object(filters)
	paths := {entry.context.root | some each in running; some entry in generators(each)}
	failures := array.concat(exempt(filters, paths, directives), outside(running, directives))
	doubts := array.flatten([
		[lib.doubt("no workflow is known to run go generate", [], []) | count(paths) == 0],
		[lib.doubt("the tree has no go:generate directive", [], []) | count(directives) == 0],
		[doubt | some path in paths; some doubt in path_filters.unseen(path, object.get(filters, path, null))],
		without_output(directives),
		unwatched(filters, paths, directives),
		[doubt | some each in running; some doubt in each.doubts],
	])
	outputs := lib.listing({output | some directive in directives; output := directive.output.value})
	otherwise := lib.pass(check, $"A change to {outputs} alone starts {lib.listing(paths)}.", [lib.in_file(path) | some path in paths])
}

# METADATA
# title: Jobs that generate and compare
# description: Those without a flaw, else all.
jobs(running) := {pair.generator.context | some pair in clean} if {
	clean := [pair | some pair in all_pairs(running); count(flaws(pair)) == 0]
	count(clean) > 0
} else := {pair.generator.context | some pair in all_pairs(running)}

all_pairs(running) := [pair | some each in running; some pair in pairs(each)]

places(found) := {place(entry) | some pair in found; some entry in [pair.generator, pair.diff]}

exempt(filters, paths, directives) := [lib.finding(message, array.concat(at_directive(directive), cause)) |
	some path in paths
	some directive in directives
	lib.observed(directive.output)
	output := directive.output.value
	result := filters[path].value.watched[output]
	result.starts == false
	because := concat("", [$" (pattern '{result.pattern}' at {path}:{line})" | line := result.line])
	cause := [lib.at(path, line) | line := result.line]
	message := $"{output}, which {named(directive)} generates, can change alone without starting {path}{because}"
]

# go generate ./... stays in the module of the folder that it runs in.
outside(running, directives) := [lib.finding(message, at_directive(directive)) |
	some directive in directives
	directive.module != ""
	entered := {folder | some each in running; some entry in generators(each); folder := entry.step.workingDirectory}
	not directive.module in entered
	message := $"{named(directive)} is in the module {directive.module}, which go generate ./... does not enter"
]

without_output(directives) := [lib.doubt(message, at_directive(directive), []) |
	some directive in directives
	not written(directive)
	message := $"what {named(directive)} writes is not known"
]

written(directive) if {
	lib.observed(directive.output)
	is_string(directive.output.value)
	directive.output.value != ""
}

unwatched(filters, paths, directives) := [lib.doubt(message, at_directive(directive), []) |
	some path in paths
	lib.observed(filters[path])
	some directive in directives
	written(directive)
	not told(filters[path], directive)
	message := $"whether a change to {directive.output.value} starts {path} is not known"
]

told(filter, directive) if is_boolean(filter.value.watched[directive.output.value].starts)

named(directive) := $"the directive at {directive.path}:{directive.line}"

at_directive(directive) := [lib.at(path, line) | path := directive.path; line := directive.line]
