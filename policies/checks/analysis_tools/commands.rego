package checks.analysis_tools

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

recognised := object.keys(by_program) | {"git", "go"}

# Words with which a tool says something of itself, and looks at no source.
informing := {"--version", "-version", "-V", "version", "--help", "-help", "-h", "help"}

commanded(entry, _) := [known | some known in program_run(entry.command.program, entry.words)] if {
	not entry.command.program in {"go", "git"}
}

commanded(entry, _) := [known | some known in go_run(entry.words)] if entry.command.program == "go"

# A diff validates what was generated before it in its job; any other only asks whether something changed.
commanded(entry, running) := [{"name": "git diff", "kinds": {"validation"}, "languages": set()} |
	"diff" in entry.words
	some word in entry.words
	word in {"--exit-code", "--quiet"}
	generated_before(entry, running)
] if {
	entry.command.program == "git"
}

generated_before(entry, running) if {
	some other in running.commands
	other.owner == entry.owner
	other.command.program == "go"
	other.words[0] in {"generate", "mod", "fmt"}
	other.position < entry.position
}

program_run(program, words) := [object.union({"name": program}, known) |
	known := by_program[program]
	informed := {word | some word in words; word in informing}
	count(informed) == 0
	looks(program, words)
]

looks("golangci-lint", words) if "run" in words

looks(program, _) if program != "golangci-lint"

go_run(words) := [{"name": "go vet", "kinds": {"analysis", "lint"}, "languages": {"go"}}] if words[0] == "vet"

go_run(words) := [{"name": "go generate", "kinds": {"validation"}, "languages": {"go"}}] if words[0] == "generate"

go_run(words) := array.concat(program_run(program, words), custom) if {
	words[0] == "run"
	package_path := [word | some word in array.slice(words, 1, count(words)); not startswith(word, "-")][0]
	parts := split(package_path, "/")
	program := split(parts[count(parts) - 1], "@")[0]
	custom := [{"name": $"go run {package_path}", "kinds": {"lint"}, "languages": {"go"}} |
		not by_program[program]
		regex.match(`(^|[-_.])((go)?lint(er|ers)?|vet)($|[-_.])`, program)
	]
}
