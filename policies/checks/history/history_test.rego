package checks.history_test

import data.checks.history

oid := "1111111111111111111111111111111111111111"

other := "2222222222222222222222222222222222222222"

list(commits) := {"count": count(commits), "commits": commits}

numbers(signed, unsigned, strangers) := {"status": "observed", "value": {
	"introduced": {"commit": oid, "committedAt": "2026-01-01T00:00:00Z"},
	"commits": (signed + count(unsigned)) + 3,
	"merges": 2,
	"bots": 1,
	"signed": signed,
	"unsigned": list(unsigned),
	"otherEmail": list(strangers),
}}

said(outcome) := [outcome.outcome, outcome.message]

test_signed_off if {
	cases := [
		[numbers(4, [], []), "pass", "7 commits since 1111111111: 2 merges, 1 of bots, all others signed off."],
		[numbers(4, [other], []), "fail", "1 of 8 commits since 1111111111 carry no sign-off: 2222222222"],
		[numbers(0, [], []), "not-applicable", "3 commits since 1111111111: 2 merges, 1 of bots: none needs a sign-off."],
		[{"status": "absent"}, "unknown", "C2.1 was never seen to enter the case."],
		[{"status": "error"}, "unknown", "The commits since C2.1 entered the case are not known."],
		[null, "unknown", "The commits since C2.1 entered the case are not known."],
	]
	every case in cases {
		said(history.signed_off("signed-off", "C2.1", case[0])) == [case[1], case[2]]
	}
}

test_more_than_five_unsigned_are_counted if {
	unsigned := [other, other, other, other, other, other, other]
	envelope := object.union(numbers(4, [], []), {"value": {"commits": 67, "unsigned": {"count": 60, "commits": unsigned}}})
	endswith(history.signed_off("signed-off", "C2.1", envelope).message, "2222222222 and 55 more")
}

test_numbers_that_do_not_add_up_are_unknown if {
	broken := [
		{"commits": 8},
		{"commits": 0, "merges": 0, "bots": 0, "signed": 0},
		{"commits": "7"},
		{"unsigned": {"count": "0"}},
		{"otherEmail": {"count": null}},
		{"introduced": {"commit": 1}},
	]
	every change in broken {
		envelope := object.union(numbers(4, [], []), {"value": change})
		history.signed_off("signed-off", "C2.1", envelope).outcome == "unknown"
		history.own_email("own-address", "C2.1", envelope).outcome == "unknown"
	}
	every value in ["", 0, [], {}] {
		history.signed_off("signed-off", "C2.1", {"status": "observed", "value": value}).outcome == "unknown"
	}
}

test_own_email if {
	said(history.own_email("own-address", "C2.1", numbers(4, [], []))) == ["pass", "Each of 4 sign-offs has the author's address."]
	said(history.own_email("own-address", "C2.1", numbers(4, [], [other]))) == [
		"fail",
		"1 of 4 signed commits have no sign-off with their author's address: 2222222222",
	]
	history.own_email("own-address", "C2.1", numbers(0, [], [])).outcome == "not-applicable"
}
