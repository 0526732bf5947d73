package main_test

import data.lib
import data.main

words := {"title": "t", "weight": "required", "grade": "declared", "facts": ["tags"], "remedy": "r"}

policy(statement) := {"package": "c1", "statement": statement, "title": "T", "criteria": [], "checks": {"c": words}}

claim(id, digest) := {"id": id, "line": 4, "statementDigest": digest, "links": []}

case(claims) := {"case": {"path": "case.md", "strategies": [{"id": "S1", "title": "One"}, {"id": "S2", "title": "Two"}], "claims": claims}, "facts": {"tags": {"status": "observed", "value": {}}}}

results(given, policies, outcomes) := found if {
	found := main.results with input as given
		with data.policies as policies
		with data.cases as {"sample": {"c1": {"outcomes": outcomes}}}
}

passed := {lib.pass("c", "fine", [])}

test_supported if {
	given := case([object.union(claim("C1", "a"), {"strategy": "S1", "statement": "Holds."})])
	judged := results(given, {"sample": {"C1": policy("a")}}, passed)
	judged == {
		"goal": {"id": "goal", "verdict": "undetermined", "counts": {"supported": 1, "violated": 0, "undetermined": 0}},
		"strategies": [
			{"id": "S1", "title": "One", "verdict": "supported", "counts": {"supported": 1, "violated": 0, "undetermined": 0}},
			{"id": "S2", "title": "Two", "verdict": "undetermined", "counts": {"supported": 0, "violated": 0, "undetermined": 0}},
		],
		"claims": [{
			"id": "C1", "line": 4, "strategy": "S1", "statement": "Holds.", "title": "T", "verdict": "supported", "grade": "declared", "criteria": [],
			"checks": [{"id": "c", "title": "t", "weight": "required", "grade": "declared", "outcome": "pass", "message": "fine", "locations": [], "missing": []}],
		}],
	}
}

checks(judged) := [{check.id: check.outcome | some check in found.checks} | some found in judged.claims]

test_a_claim_without_a_policy_is_shown if {
	judged := results(case([claim("C1", "a"), claim("C9", "z")]), {"sample": {"C1": policy("a")}}, passed)
	checks(judged) == [{"c": "pass"}, {"policy": "unknown"}]
	[found.verdict | some found in judged.claims] == ["supported", "undetermined"]
	judged.goal.verdict == "undetermined"
}

test_a_reworded_claim_is_undetermined if {
	judged := results(case([claim("C1", "a"), claim("C2", "other")]), {"sample": {"C1": policy("a"), "C2": policy("b")}}, passed)
	checks(judged) == [{"c": "pass"}, {"c": "pass", "wording": "unknown"}]
	judged.claims[1].verdict == "undetermined"
}

test_another_project_is_not_judged if {
	judged := results(case([claim("C1", "other")]), {"sample": {"C1": policy("a")}}, passed)
	checks(judged) == [{"policy": "unknown"}]
}

test_the_set_with_most_matches_judges if {
	sets := {"another": {"C1": policy("a")}, "sample": {"C1": policy("a"), "C2": policy("b")}}
	checks(results(case([claim("C1", "a"), claim("C2", "b")]), sets, passed)) == [{"c": "pass"}, {"c": "pass"}]
}

test_no_policies_at_all if checks(results(case([claim("C1", "a")]), {}, set())) == [{"policy": "unknown"}]

test_a_policy_that_failed if {
	given := object.union(case([claim("C1", "a")]), {"skip": ["C1"]})
	checks(results(given, {"sample": {"C1": policy("a")}}, passed)) == [{"c": "unknown"}]
}

test_garbage_drops_nothing if {
	good := case([claim("C1", "a")])
	every facts in [null, 1, "x", [], {}, {"tags": null}, {"tags": {"status": 1}}, {"tags": [], "targets": "x"}] {
		judged := results(object.union(object.remove(good, ["facts"]), {"facts": facts}), {"sample": {"C1": policy("a")}}, passed)
		checks(judged) == [{"c": "unknown"}]
	}
}

test_links_count if {
	link := {"target": "a", "kind": "path", "path": "a", "line": 7}
	given := case([object.union(claim("C1", "a"), {"links": [link]})])
	judged := results(given, {"sample": {"C1": policy("a")}}, passed)
	checks(judged) == [{"c": "pass", "link/a": "unknown"}]
	judged.claims[0].verdict == "undetermined"
}

test_an_empty_case if {
	judged := results(case([]), {}, set())
	[judged.claims, judged.goal.verdict] == [[], "undetermined"]
}

test_the_goal_is_what_the_case_states if {
	given := {"case": {"path": "case.md", "goal": {"id": "G1", "statement": "Fit."}, "strategies": [], "claims": [claim("C1", "a")]}}
	goal := results(given, {}, set()).goal
	[goal.id, goal.title] == ["G1", "Fit."]
}
