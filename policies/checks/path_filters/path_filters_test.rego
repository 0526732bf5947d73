package checks.path_filters_test

import data.checks.path_filters
import data.lib

filter(exempt) := {"status": "observed", "value": {"exempt": exempt, "watched": {}, "unmatched": []}}

go(tracked, files) := {"tracked": tracked, "count": count(files), "files": files}

covers(envelope, languages) := path_filters.covers("covered", "ci.yml", envelope, languages, [])

by_pattern := {"path": "web/a.go", "pattern": "web/**", "line": 6}

by_none := {"path": "web/b.go"}

test_no_file_is_exempt if {
	outcome := covers(filter({"go": go(3, []), "shell": go(1, [by_none])}), {"go"})
	outcome.outcome == "pass"
	outcome.message == "Each of the 3 source files (go) starts ci.yml when it changes alone."
}

test_exempt_files_fail if {
	outcome := covers(filter({"go": go(3, [by_pattern, by_none])}), {"go"})
	outcome.outcome == "fail"
	outcome.message == concat("", [
		"2 go source files can change alone without starting ci.yml: ",
		"web/a.go (pattern 'web/**' at ci.yml:6), web/b.go (no pattern of 'paths' matches it)",
	])
	outcome.locations == {{"path": "web/a.go"}, {"path": "web/b.go"}, {"path": "ci.yml", "line": 6}}
}

test_more_than_five_are_counted if {
	files := [by_none, by_none, by_none, by_none, by_none]
	exempt := object.union(go(90, files), {"count": 80})
	endswith(covers(filter({"go": exempt}), {"go"}).message, " and 75 more")
}

test_any_language_that_is_exempt_fails if {
	covers(filter({"go": go(3, []), "shell": go(1, [by_none])}), {"go", "shell"}).outcome == "fail"
}

test_unknown if {
	doubted := path_filters.covers("covered", "ci.yml", filter({"go": go(3, [])}), {"go"}, [lib.doubt("d", [], [])])
	doubted.outcome == "unknown"
	covers(filter({"go": go(3, [])}), set()).message == "no step of ci.yml tells which language it analyses"
	covers(filter({}), {"go"}).message == "the tree has no source file of what ci.yml analyses (go)"
	covers({"status": "absent"}, {"go"}).message == "ci.yml has no pull_request trigger to filter"
	every envelope in [null, {}, {"status": "error"}, {"status": "observed", "value": {}}, {"status": "observed", "value": []}] {
		covers(envelope, {"go"}).outcome == "unknown"
		path_filters.patterns_match("match", "ci.yml", envelope).outcome == "unknown"
	}
}

test_a_count_that_cannot_be_read_never_passes if {
	every exempt in [{}, {"count": "0", "tracked": 3}, {"count": 0}] {
		covers(filter({"go": exempt}), {"go"}).outcome != "pass"
	}
}

test_patterns if {
	path_filters.patterns_match("match", "ci.yml", filter({})).outcome == "pass"
	envelope := object.union(filter({}), {"value": {"unmatched": [{"pattern": "wb/**", "line": 7}]}})
	outcome := path_filters.patterns_match("match", "ci.yml", envelope)
	[outcome.outcome, outcome.message] == ["fail", "the pattern 'wb/**' of ci.yml matches no path"]
	outcome.locations == {{"path": "ci.yml", "line": 7}}
}
