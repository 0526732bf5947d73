package checks.generate

import data.checks.workflows
import data.lib

# A generator over all packages and a diff of the whole tree after it in the same job, with what runs in between.
pairs(running) := [{"generator": generator, "diff": diff, "between": between, "steps": steps} |
	some generator in generators(running)
	everywhere(generator)
	some diff in diffs(running)
	diff.owner == generator.owner
	diff.position > generator.position
	between := [entry | some entry in running.commands; within(entry, generator, diff)]
	steps := [entry | some entry in running.steps; within(entry, generator, diff)]
]

generators(running) := [entry |
	some entry in running.commands
	entry.command.program == "go"
	entry.words[0] == "generate"
]

everywhere(entry) if {
	"./..." in entry.words
	narrowing := [word | some word in entry.words; regex.match(`^--?(n|run|skip|C)(=|$)`, word)]
	count(narrowing) == 0
	in_folder(entry.step)
}

# A folder that is computed is a flaw, of which nothing is certain.
in_folder(step) if object.get(step, "workingDirectory", ".") in {".", "./"}

in_folder(step) if contains(step.workingDirectory, "${{")

# A diff of some paths alone does not see the others, and one with other options may not see all changes.
diffs(running) := [entry |
	some entry in running.commands
	words := git_words(entry)
	words[0] in {"diff", "diff-index", "diff-files"}
	some word in words
	word in {"--exit-code", "--quiet"}
	every other in array.slice(words, 1, count(words)) { seeing_all(other, entry.step) }
]

git_words(entry) := [word | some word in entry.words; not word in {"--no-pager", "-P"}] if entry.command.program == "git"

plain_options := {
	"--", "--cached", "--color", "--exit-code", "--name-only", "--name-status", "--no-color", "--no-ext-diff",
	"--patch", "--quiet", "--staged", "--stat", "--text", "-p", "HEAD",
}

seeing_all(null, _)

seeing_all(word, _) if word in plain_options

seeing_all(".", step) if not step.workingDirectory

within(entry, generator, diff) if {
	entry.owner == generator.owner
	entry.position > generator.position
	entry.position < diff.position
}

place(entry) := lib.at(entry.file, workflows.line_of(entry.command))

notices(pair) if {
	some entry in pair.between
	git_words(entry)[0] in {"add", "status"}
}

# What is said where no job is known to generate and compare.
lacking(running, found) := [lib.finding(message, {place(entry) | some entry in all}) |
	count(found) == 0
	count(hidden(running, found)) == 0
	all := [entry | some each in running; some entry in generators(each)]
	message := {
		true: $"no job of {lib.listing([each.path | some each in running])} runs go generate",
		false: "go generate does not run over all packages (./...) from the root, with a git diff --exit-code of the whole tree after it",
	}[count(all) == 0]
]

# What may generate and compare out of sight.
hidden(running, []) := array.concat(
	[doubt | some each in running; some doubt in each.doubts],
	[lib.doubt(message, {place(entry)}, []) |
		some each in running
		some entry in each.commands
		screening(entry)
		message := $"'{entry.command.program}' may generate or compare, which cannot be seen"
	],
)

hidden(_, found) := [] if count(found) > 0

screening(entry) if workflows.build_programs[entry.command.program]

screening(entry) if endswith(entry.command.program, ".sh")

# A comparison by what git status says, or git diff prints.
screening(entry) if git_words(entry)[0] == "status"

screening(entry) if {
	git_words(entry)[0] in {"diff", "diff-files", "diff-index", "ls-files"}
	entry.command.exitBy == "substitution"
}
