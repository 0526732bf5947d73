package checks.badges_test

import data.checks.badges

key := "README.md#badges"

own := {"status": "observed", "value": {"host": "github.com", "owner": "Acme", "name": "Widget"}}

scorecard(project) := {"service": "scorecard", "project": project, "line": 4}

practices := {"service": "best-practices", "project": "7", "line": 5}

showing(found) := {"path": "README.md", "section": {"status": "observed", "value": {"line": 2, "badges": found}}}

good := showing([scorecard("github.com/acme/widget"), practices])

unseen := [{}, {"section": {"status": "error"}}, showing(null), {"section": {"status": "observed", "value": {}}}]

test_shown if {
	services := {"best-practices", "scorecard"}
	badges.shown("shown", key, good, services).outcome == "pass"
	badges.shown("shown", key, showing([practices]), services).outcome == "fail"
	badges.shown("shown", key, {"section": {"status": "absent"}}, services).outcome == "fail"
	every target in unseen { badges.shown("shown", key, target, services).outcome == "unknown" }
}

test_of_repository if {
	badges.of_repository("scorecard", key, good, own).outcome == "pass"
	badges.of_repository("scorecard", key, showing([scorecard("github.com/acme/gadget")]), own).outcome == "fail"
	badges.of_repository("scorecard", key, showing([practices]), own).outcome == "unknown"
	badges.of_repository("scorecard", key, good, {"status": "unavailable"}).outcome == "unknown"
	every target in unseen { badges.of_repository("scorecard", key, target, own).outcome == "unknown" }
}

entry(project, repository) := {"project": project, "repository": repository}

test_entry_of_repository if {
	cases := [
		[good, own, entry("7", "https://github.com/acme/widget"), "pass"],
		[good, own, entry("7", "https://github.com/acme/widget.git"), "pass"],
		[good, own, entry("8", "https://github.com/acme/widget"), "fail"],
		[good, own, entry("7", "https://github.com/acme/gadget"), "fail"],
		[good, {"status": "error"}, entry("7", "https://github.com/acme/widget"), "unknown"],
		[good, own, {}, "unknown"],
		[showing([]), own, entry("7", "https://github.com/acme/widget"), "unknown"],
		[{}, own, entry("7", "https://github.com/acme/widget"), "unknown"],
	]
	every case in cases {
		[case, badges.entry_of_repository("best-practices", key, case[0], case[1], case[2]).outcome] == [case, case[3]]
	}
}

workflow(publish) := {"status": "observed", "value": {"jobs": [{"steps": [{
	"uses": {"action": "ossf/scorecard-action", "line": 9},
	"inputs": {"publish_results": publish},
}]}]}}

test_results_published if {
	badges.results_published("p", {"a.yml": workflow("true"), "b.yml": {"status": "error"}}).outcome == "pass"
	badges.results_published("p", {"a.yml": workflow("false")}).outcome == "fail"
	badges.results_published("p", {"a.yml": workflow(null), "b.yml": {"status": "error"}}).outcome == "unknown"
	badges.results_published("p", {}).outcome == "fail"
}
