package checks.documents_test

import data.checks.documents

terms := {"commit", "obligation", "sign-off"}

sentence(line, words, negated, optional) := {"line": line, "terms": words, "negated": negated, "optional": optional}

plain := sentence(3, ["commit", "obligation", "sign-off", "other"], false, false)

negated := sentence(4, ["commit", "obligation", "sign-off"], true, false)

optional := sentence(5, ["commit", "obligation", "sign-off"], false, true)

partial := sentence(6, ["commit", "obligation"], false, false)

section(statements, words) := {"status": "observed", "value": {"line": 2, "words": words, "statements": statements}}

target(envelope) := {"path": "A.md", "section": envelope}

states(envelope) := documents.states("stated", "A.md#a", target(envelope), terms)

outcome_and_lines(outcome) := [outcome.outcome, {place.line | some place in outcome.locations}]

test_states if {
	cases := [
		[[plain], "pass", {3}],
		[[plain, partial], "pass", {3}],
		[[negated], "unknown", {4}],
		[[optional], "unknown", {5}],
		[[plain, negated], "unknown", {4}],
		[[plain, optional], "unknown", {5}],
		[[partial], "fail", {2}],
		[[], "fail", {2}],
	]
	every case in cases {
		outcome_and_lines(states(section(case[0], 10))) == [case[1], case[2]]
	}
}

blind := [
	null, {}, "", {"status": "error"}, {"status": "observed"}, {"status": "observed", "value": ""},
	{"status": "observed", "value": {}}, {"status": "observed", "value": []},
]

test_what_is_not_seen_is_unknown if {
	every envelope in blind {
		states(envelope).outcome == "unknown"
		documents.prose("described", "A.md#a", target(envelope)).outcome == "unknown"
		documents.mentions("paths-exist", "A.md#a", {"path": "A.md", "mentions": envelope}).outcome == "unknown"
	}
	documents.states("stated", "A.md#a", {}, terms).outcome == "unknown"
	documents.prose("described", "A.md#a", {}).outcome == "unknown"
	documents.mentions("paths-exist", "A.md#a", {}).outcome == "unknown"
}

test_a_section_that_is_not_there_fails if {
	states({"status": "absent"}).message == "A.md#a is not there"
	documents.prose("described", "A.md#a", target({"status": "absent"})).outcome == "fail"
}

test_a_target_without_path_is_judged_all_the_same if {
	documents.states("stated", "A.md#a", {"section": section([], 10)}, terms).outcome == "fail"
}

test_prose if {
	outcome_and_lines(documents.prose("described", "A.md#a", target(section([], 1)))) == ["pass", {2}]
	outcome_and_lines(documents.prose("described", "A.md#a", target(section([], 0)))) == ["fail", {2}]
	documents.prose("described", "A.md#a", target(section([], "many"))).outcome == "unknown"
}

mentions(number, missing_count, missing) := documents.mentions("paths-exist", "A.md#a", {
	"path": "A.md",
	"mentions": {"status": "observed", "value": {"count": number, "missingCount": missing_count, "missing": missing}},
})

test_mentions if {
	mentions(3, 0, []).message == "All paths that A.md names exist (3)."
	gone := mentions(3, 1, [{"path": "cmd/x", "line": 9}])
	gone.outcome == "fail"
	gone.message == "A.md names cmd/x, which the tree does not have"
	gone.locations == {{"path": "A.md", "line": 9}}
	mentions(3, 1, []).outcome == "unknown"
}

test_one_of_several_says_it if {
	silent := target(section([partial], 10))
	cases := [
		[{"a": target(section([plain], 10))}, "pass"],
		[{"a": silent, "b": target(section([plain], 10))}, "pass"],
		[{"a": silent, "b": target({"status": "absent"})}, "fail"],
		[{"a": target(section([negated], 10)), "b": target(section([plain], 10))}, "unknown"],
		[{"a": {}, "b": target(section([plain], 10))}, "unknown"],
		[{}, "unknown"],
	]
	every case in cases { documents.states_somewhere("openness", case[0], terms).outcome == case[1] }
}
