package lib.declared_test

import data.lib
import data.lib.declared

words := {"title": "t", "weight": "required", "grade": "observed", "facts": ["tags"], "remedy": "r"}

seen := {"tags": {"status": "observed", "value": {}}}

claim := {"id": "C1", "statementDigest": "a", "links": [
	{"kind": "path", "target": "a.md#x", "path": "a.md"},
	{"kind": "path", "target": ".github/workflows/ci.yml", "path": ".github/workflows/ci.yml"},
]}

one(facts, given) := declared.checks(claim, {"checks": {"c": words}}, facts, given).c

test_taken if {
	check := one(seen, {lib.pass("c", "fine", [lib.at("p", 1)])})
	check == {
		"id": "c", "title": "t", "weight": "required", "grade": "observed",
		"outcome": "pass", "message": "fine", "locations": [{"path": "p", "line": 1}], "missing": [],
	}
}

test_remedy_only_where_there_is_something_to_do if {
	one(seen, {lib.fail("c", "bad", [])}).remedy == "r"
	one(seen, {lib.unknown("c", "unsure", [], [])}).remedy == "r"
	not one(seen, {lib.unknown("c", "unsure", [], [{"fact": "f", "status": "error"}])}).remedy
	not one(seen, {lib.not_applicable("c", "none", [])}).remedy
}

test_silence if one(seen, set()).outcome == "unknown"

test_failed if {
	check := one(seen, null)
	[check.outcome, check.message] == ["unknown", "The policy failed while it was evaluated."]
}

test_conflict if {
	check := one(seen, {lib.pass("c", "yes", []), lib.fail("c", "no", [])})
	check.outcome == "unknown"
	check.message == "The policy contradicts itself: fail (no), pass (yes)."
}

test_malformed if {
	good := lib.pass("c", "m", [])
	every changed in [
		{"outcome": "maybe"}, {"message": ""}, {"message": 1}, {"locations": "p"}, {"locations": [{}]},
		{"locations": [{"path": "p", "line": 0}]}, {"locations": [{"path": "p", "line": 1.5}]},
		{"locations": [{"path": "p", "line": "1"}]}, {"missing": null}, {"missing": [{"fact": "f"}]},
		{"missing": [{"fact": "f", "status": "s", "reason": 1}]}, {"missing": [{"fact": "f", "status": "s", "else": "x"}]},
	] {
		check := one(seen, {object.union(good, changed)})
		[check.outcome, check.message] == ["unknown", "The policy gave an outcome that cannot be read."]
	}
	one(seen, {object.union(good, {"locations": {{"path": "p"}}, "missing": set()})}).outcome == "pass"
}

# Without its facts a check is unknown, whatever the policy says.
test_gate if {
	blind := [{"status": status, "value": {}} | some status in ["forbidden", "unavailable", "error", "not-collected"]]
	garbage := [null, 1, "x", [], {}, {"status": "observed"}, {"status": "observed", "value": null}, {"status": "observed", "value": []}]
	every fact in array.concat(blind, garbage) {
		check := one({"tags": fact}, {lib.pass("c", "fine", [])})
		check.outcome == "unknown"
		count(check.missing) == 1
	}
	one({}, {lib.pass("c", "fine", [])}).outcome == "unknown"
	one({"tags": {"status": "absent"}}, {lib.pass("c", "fine", [])}).outcome == "pass"
}

test_each if {
	policy := {"checks": {"c": object.union(words, {"each": "section"}), "d": object.union(words, {"each": "workflow"}), "e": object.union(words, {"each": "path"})}}
	said := {
		lib.for_subject(lib.pass("c", "fine", []), "a.md#x"),
		lib.for_subject(lib.pass("e", "fine", []), "a.md#x"),
		lib.pass("d", "of no subject", []),
	}
	outcomes := {id: check.outcome | some id, check in declared.checks(claim, policy, seen, said)}
	outcomes == {
		"c/a.md#x": "pass", "d/.github/workflows/ci.yml": "unknown",
		"e/a.md#x": "pass", "e/.github/workflows/ci.yml": "unknown",
	}
}

test_each_of_nothing if {
	policy := {"checks": {"c": object.union(words, {"each": "section"})}}
	checks := declared.checks({"links": []}, policy, seen, {lib.pass("c", "fine", [])})
	{id: check.message | some id, check in checks} == {"c": "The claim cites nothing that this check could look at: no section."}
	checks.c.outcome == "unknown"
}

test_notices if {
	policy := {"statement": "a", "checks": {"c": words}}
	place := lib.at("case.md", 4)
	declared.notices(claim, policy, place, {lib.pass("c", "fine", [])}) == {}
	declared.notices(claim, policy, place, null) == {}
	object.keys(declared.notices(claim, {}, place, set())) == {"policy"}
	object.keys(declared.notices(claim, object.union(policy, {"statement": "b"}), place, set())) == {"wording"}
	stray := declared.notices(claim, policy, place, {lib.pass("other", "fine", []), "junk", {"check": 1}})
	stray.undeclared.message == "The policy gave outcomes for checks that it does not declare: (none), other."
	[stray.undeclared.outcome, stray.undeclared.weight, stray.undeclared.locations] == ["unknown", "required", [place]]
}
