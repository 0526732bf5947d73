# METADATA
# title: Path filters
# description: Outcomes on what a workflow's path filters exempt, worked out against the tree by the collector.
package checks.path_filters

import data.lib

# METADATA
# title: No source file of these languages is exempt
# description: A file is exempt when a pull request that changes it alone does not start the workflow.
covers(check, path, filter, languages) := lib.decide(check, failures, doubts, otherwise) if {
	failures := exempted(path, filter, languages)
	doubts := array.concat(unseen(path, filter), unknown_languages(path, filter, languages))
	otherwise := lib.pass(
		check, $"Each of the {tracked(filter, languages)} source files ({lib.listing(languages)}) starts {path} when it changes alone.",
		[lib.in_file(path)],
	)
}

# METADATA
# title: Every pattern matches something
patterns_match(check, path, filter) := lib.decide(check, failures, unseen(path, filter), otherwise) if {
	failures := [lib.finding(message, [lib.at(path, entry.line)]) |
		some entry in filter.value.unmatched
		message := $"the pattern '{entry.pattern}' of {path} matches no path"
	]
	otherwise := lib.pass(check, $"Every filter pattern of {path} matches a path.", [lib.in_file(path)])
}

# METADATA
# title: What keeps filters from being worked out
unseen(path, filter) := [lib.doubt($"the path filters of {path} cannot be worked out", [], missing) |
	missing := lib.missing("path_filters", filter)
	count(missing) > 0
]

unseen(path, filter) := [lib.doubt($"{path} has no pull_request trigger to filter", [lib.in_file(path)], [])] if lib.absent(filter)

exempted(path, filter, languages) := [lib.finding(message, places) |
	some language in languages
	exempt := filter.value.exempt[language]
	not exempt.count == 0
	shown := [described(path, file) | some file in exempt.files]
	message := $"{exempt.count} {language} source files can change alone without starting {path}: {lib.listing(shown)}"
	places := array.concat(
		[lib.at(path, file.line) | some file in exempt.files],
		[lib.in_file(file.path) | some file in exempt.files],
	)
]

described(path, file) := $"{file.path} (pattern '{file.pattern}' at {path}:{file.line})" if file.pattern

described(_, file) := $"{file.path} (no pattern of 'paths' matches it)" if not file.pattern

unknown_languages(path, _, languages) := [lib.doubt($"no step of {path} tells which language it analyses", [lib.in_file(path)], [])] if {
	count(languages) == 0
}

unknown_languages(path, filter, languages) := [lib.doubt(message, [lib.in_file(path)], []) |
	lib.observed(filter)
	tracked(filter, languages) == 0
	message := $"the tree has no source file of what {path} analyses ({lib.listing(languages)})"
] if {
	count(languages) > 0
}

tracked(filter, languages) := sum([filter.value.exempt[language].tracked | some language in languages])
