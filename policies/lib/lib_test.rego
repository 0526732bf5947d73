package lib_test

import data.lib

test_constructors if {
	made := [
		lib.pass("a", "m", []), lib.fail("a", "m", []),
		lib.unknown("a", "m", [], [{"fact": "f", "status": "error"}]), lib.not_applicable("a", "m", []),
	]
	[o.outcome | some o in made] == ["pass", "fail", "unknown", "not-applicable"]
	made[0] == {"check": "a", "outcome": "pass", "message": "m", "locations": [], "missing": []}
	lib.for_subject(made[1], "s").subject == "s"
	[lib.at("p", 3), lib.in_file("p")] == [{"path": "p", "line": 3}, {"path": "p"}]
}

test_decide if {
	wrong := lib.finding("wrong", [lib.at("a", 1)])
	unsure := lib.doubt("unsure", [lib.at("b", 2)], [{"fact": "f", "status": "error"}])
	fine := lib.pass("c", "fine", [])
	lib.decide("c", {wrong}, {unsure}, fine) == lib.fail("c", "wrong", {lib.at("a", 1)})
	lib.decide("c", set(), {unsure}, fine) == lib.unknown("c", "unsure", {lib.at("b", 2)}, {{"fact": "f", "status": "error"}})
	lib.decide("c", set(), set(), fine) == fine
}

test_listing if {
	lib.listing({"b", "a"}) == "a, b"
	lib.listing(["g", "f", "e", "d", "c", "b", "a"]) == "a, b, c, d, e and 2 more"
}

# Every shape that is not an observation has something missing, and is not observed.
test_blind if {
	statuses := ["forbidden", "unavailable", "error", "not-collected"]
	envelopes := array.concat(
		[{"status": status, "value": {}} | some status in statuses],
		[null, 1, "observed", [], {}, {"status": "observed"}, {"status": "observed", "value": null}, {"value": {}}, {"status": 1}],
	)
	every envelope in envelopes {
		not lib.observed(envelope)
		not lib.absent(envelope)
		count(lib.missing("f", envelope)) == 1
	}
}

test_seen if {
	lib.observed({"status": "observed", "value": false})
	lib.absent({"status": "absent"})
	lib.missing("f", {"status": "observed", "value": []}) == []
	lib.missing("f", {"status": "absent"}) == []
}

test_missing_says_why if {
	fact := {"status": "forbidden", "permission": "x:read", "reason": "no access.", "remedy": "Ask.", "path": "p"}
	missing := lib.missing("f", fact)
	missing == [{"fact": "f", "status": "forbidden", "permission": "x:read", "reason": "no access.", "remedy": "Ask."}]
	lib.cannot_see(missing) == "The fact 'f' could not be seen: forbidden, it needs x:read, no access. Ask."
	lib.cannot_see(lib.unreadable("g")) == "The fact 'g' could not be seen: error, the snapshot has it in a shape that cannot be read."
}

test_cited if {
	links := [
		{"kind": "path", "target": "docs/a.MD#x", "path": "docs/a.MD"},
		{"kind": "path", "target": ".github/workflows/ci.yml#L1", "path": ".github/workflows/ci.yml"},
		{"kind": "path", "target": ".github/workflows/sub/ci.yml", "path": ".github/workflows/sub/ci.yml"},
		{"kind": "site", "target": "https://example.org/a.md"},
	]
	claims := [{"id": "C1", "links": links}, {"id": "C2", "links": []}]
	lib.cited_sections(claims, "C1") == {"docs/a.MD#x"}
	lib.cited_workflows(claims, "C1") == {".github/workflows/ci.yml"}
	lib.cited_paths(claims, "C1") == {"docs/a.MD#x", ".github/workflows/ci.yml#L1", ".github/workflows/sub/ci.yml"}
	lib.cited_paths(claims, "C2") == set()
}
