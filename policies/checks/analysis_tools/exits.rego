package checks.analysis_tools

# A tool's flags with which it reports findings and succeeds.
forgiving := {"--exit-zero", "--issues-exit-code=0", "--no-fail", "-no-fail", "-fail=none"}

forgiving_pairs := {["--issues-exit-code", "0"], ["-fail", "none"], ["-fail", ""]}

# CodeQL uploads its alerts, and ends with success whatever it finds.
exit_of_action(known, _) := "alerts" if known.name == "CodeQL"

exit_of_action(known, step) := exit_by("propagates", words_of(object.get(step, ["inputs", "args"], ""))) if {
	known.name != "CodeQL"
}

words_of(text) := split(text, " ") if is_string(text)

words_of(text) := [null] if not is_string(text)

exit_of_command(entry) := exit_by(object.get(entry.command, "exit", "unknown"), entry.words)

# A word that is not static may be such a flag.
exit_by(exit, words) := "swallowed" if {
	forgiven(words)
} else := "swallowed" if {
	exit == "swallowed"
} else := "propagates" if {
	exit == "propagates"
	not null in words
} else := "unknown"

forgiven(words) if {
	some word in words
	word in forgiving
}

forgiven(words) if {
	some number, word in words
	[word, words[number + 1]] in forgiving_pairs
}
