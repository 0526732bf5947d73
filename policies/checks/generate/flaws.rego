package checks.generate

import data.checks.workflows
import data.lib

# What keeps a pair from being a comparison, each certain or not.
flaws(pair) := array.flatten([
	gated(pair),
	unheeded(pair),
	misplaced(pair),
	changed_between(pair),
	unseen_between(pair),
	hidden_by_adding(pair),
	never_added(pair),
])

flawed(pair) if {
	some flaw in flaws(pair)
	flaw.certain
}

flaw(message, locations, certain) := object.union(lib.finding(message, locations), {"certain": certain})

gated(pair) := [flaw(gate.what, workflows.gate_places([gate]), gate.certain) |
	some entry in [pair.generator, pair.diff]
	some gate in array.concat(entry.gates, workflows.script_gates(entry))
]

unheeded(pair) := [flaw(message, [place(entry)], exit == "swallowed") |
	some entry in [pair.generator, pair.diff]
	exit := object.get(entry.command, "exit", "unknown")
	exit != "propagates"
	message := $"whether a failure of {entry.command.program} {entry.words[0]} fails its step: {exit}"
]

# A computed folder or word, or a change of folder before it in its script.
misplaced(pair) := [flaw(message, [place(entry)], false) |
	some entry in [pair.generator, pair.diff]
	moved(entry, pair.between)
	message := $"in which folder, or on what, {entry.command.program} {entry.words[0]} runs cannot be told"
]

moved(entry, _) if null in entry.words

moved(entry, _) if contains(entry.step.workingDirectory, "${{")

moved(entry, _) if {
	some command in entry.step.commands.value
	command.program in {"cd", "pushd", "popd"}
}

# What changes the tree or the index before they are compared.
changed_between(pair) := [flaw(message, [place(entry)], false) |
	some entry in pair.between
	words := git_words(entry)
	not words[0] in {"add", "config", "diff", "diff-files", "diff-index", "log", "ls-files", "rev-parse", "show", "status"}
	message := $"git {words[0]} before the diff may hide what was generated"
]

unseen_between(pair) := [flaw("what runs between go generate and git diff cannot be seen", places, false) |
	some entry in pair.steps
	not seen(entry.step)
	places := {lib.at(entry.file, line) | line := entry.step.line}
]

seen(step) if is_array(step.commands.value)

seen(step) if step.uses.kind == "local-action"

# Of what is added to the index a plain diff says nothing, and a diff of the index says nothing of the rest.
hidden_by_adding(pair) := [flaw("git add before a plain git diff hides what was generated", [place(pair.diff)], true) |
	not "HEAD" in pair.diff.words
	not of_index(pair.diff)
	count(additions(pair)) > 0
]

never_added(pair) := [flaw("git diff --cached sees only what was added, and nothing was", [place(pair.diff)], true) |
	of_index(pair.diff)
	count(additions(pair)) == 0
]

of_index(diff) if {
	some word in diff.words
	word in {"--cached", "--staged"}
}

additions(pair) := [entry |
	some entry in pair.between
	git_words(entry)[0] == "add"
	not intending(entry.words)
]

intending(words) if {
	some word in words
	word in {"-N", "--intent-to-add"}
}
