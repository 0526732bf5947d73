# METADATA
# title: Path filters
# description: Outcomes on what a workflow's path filters exempt, worked out against the tree by the collector.
package checks.path_filters

import data.lib

# METADATA
# title: No source file of these languages is exempt
# description: >-
#   A file is exempt when a pull request that changes it alone does not start the workflow. Further doubts are what keeps the
#   languages from being known.
covers(check, path, filter, languages, further) := lib.decide(check, failures, doubts, otherwise) if {
	failures := exempted(path, filter, languages)
	doubts := array.flatten([further, unseen(path, filter), unknown_languages(path, filter, languages)])
	message := $"Each of the {tracked(filter, languages)} source files ({lib.listing(languages)}) starts {path} when it changes alone."
	otherwise := lib.pass(check, message, [lib.in_file(path)])
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
unseen(path, filter) := [lib.doubt($"{path} has no pull_request trigger to filter", [lib.in_file(path)], [])] if {
	lib.absent(filter)
} else := [lib.doubt($"the path filters of {path} cannot be worked out", [], lib.missing("path_filters", filter))] if {
	not readable(filter)
} else := []

readable(filter) if {
	lib.observed(filter)
	is_object(filter.value.exempt)
	is_object(filter.value.watched)
	is_array(filter.value.unmatched)
}

exempted(path, filter, languages) := [lib.finding(message, places) |
	lib.observed(filter)
	some language in languages
	exempt := filter.value.exempt[language]
	not none(exempt)
	message := $"{exempt.count} {language} source files can change alone without starting {path}: {shown(path, exempt)}"
	places := {place | some file in exempt.files; some place in places_of(path, file)}
]

none(exempt) if {
	exempt.count == 0
	is_number(exempt.tracked)
}

# The collector names the first 50: the first five are told, and how many more there are.
shown(path, exempt) := concat("", [concat(", ", array.slice(told, 0, 5)), rest]) if {
	told := [described(path, file) | some file in exempt.files]
	rest := concat("", [$" and {exempt.count - 5} more" | exempt.count > 5])
}

places_of(path, file) := {lib.in_file(file.path)} | {lib.at(path, line) | line := file.line}

described(path, file) := $"{file.path} (pattern '{file.pattern}' at {path}:{file.line})" if file.pattern

described(_, file) := $"{file.path} (no pattern of 'paths' matches it)" if not file.pattern

unknown_languages(path, _, languages) := [lib.doubt($"no step of {path} tells which language it analyses", [lib.in_file(path)], [])] if {
	count(languages) == 0
}

unknown_languages(path, filter, languages) := [lib.doubt(message, [lib.in_file(path)], []) |
	readable(filter)
	tracked(filter, languages) == 0
	message := $"the tree has no source file of what {path} analyses ({lib.listing(languages)})"
] if {
	count(languages) > 0
}

tracked(filter, languages) := sum([exempt.tracked | some language in languages; exempt := filter.value.exempt[language]])
