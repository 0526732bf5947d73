package checks.dependencies_test

import data.checks.dependencies

update(line, limit, narrowed) := {"line": line, "ecosystem": "gomod", "limit": limit, "ignores": [], "narrowed": narrowed}

config(updates) := {"status": "observed", "value": {"path": "d.yml", "updates": updates}}

listed(naming, entries) := {"count": 1, "manifests": [{"path": "go.mod", "ecosystem": "gomod", "dependencies": naming, "entries": entries}]}

open := config([update(3, 5, [])])

absent := {"status": "absent"}

test_covered if {
	cases := [
		[listed(true, [3]), open, absent, "pass"],
		[listed(true, []), open, absent, "fail"],
		[listed(true, [3]), config([update(3, 0, [])]), absent, "fail"],
		[listed(true, [3]), config([update(3, 5, ["allow"])]), absent, "unknown"],
		[listed(true, [3, 9]), config([update(3, 5, ["allow"]), update(9, 5, [])]), absent, "pass"],
		[listed(false, []), open, absent, "pass"],
		[listed(null, []), open, absent, "unknown"],
		[listed(true, []), absent, absent, "fail"],
		[listed(true, []), {"status": "error"}, absent, "unknown"],
		[listed(true, []), open, {"status": "observed", "value": {"paths": ["renovate.json"]}}, "unknown"],
		[object.union(listed(true, [3]), {"count": 2}), open, absent, "unknown"],
	]
	every case in cases {
		[case, dependencies.covered("covered", case[0], case[1], case[2], {"gomod"}).outcome] == [case, case[3]]
	}
	dependencies.covered("covered", listed(true, []), open, absent, {"npm"}).outcome == "pass"
	not dependencies.covered("covered", {}, open, absent, {"npm"})
}

test_entries_used if {
	dependencies.entries_used("used", listed(true, [3]), open.value).outcome == "pass"
	dependencies.entries_used("used", listed(true, []), open.value).message == "no manifest is in the gomod entry at line 3"
}

test_nothing_muted if {
	rule := {"line": 5, "dependency": "x", "always": true}
	dependencies.nothing_muted("muted", open.value).outcome == "pass"
	dependencies.nothing_muted("muted", {"path": "d.yml", "updates": [{"ignores": [rule]}]}).outcome == "fail"
}

test_app_reports if {
	dependencies.app_reports("snyk", {"pullRequests": 3, "apps": {"snyk-io": 2}}, "snyk-io").outcome == "pass"
	dependencies.app_reports("snyk", {"pullRequests": 3, "apps": {}}, "snyk-io").outcome == "fail"
	dependencies.app_reports("snyk", {"pullRequests": 0, "apps": {}}, "snyk-io").outcome == "unknown"
}

test_alerts_on if {
	dependencies.alerts_on("alerts", {"dependabotAlerts": true, "dependabotUpdates": true}).outcome == "pass"
	dependencies.alerts_on("alerts", {"dependabotAlerts": false}).message == "Dependabot alerts are switched off."
	dependencies.alerts_on("alerts", {"dependabotAlerts": true}).outcome == "unknown"
}

step(inputs, gates) := {"file": "r.yml", "gates": gates, "context": {"job": {"id": "review"}}, "step": {
	"uses": {"line": 7, "action": "actions/dependency-review-action"},
	"inputs": inputs,
}}

gate(certain) := {"what": "the step runs only under a condition", "file": "r.yml", "line": 8, "certain": certain}

path(steps, doubts) := {"path": "r.yml", "steps": steps, "doubts": doubts}

test_review_blocks if {
	cases := [
		[path([step({}, [])], []), "pass"],
		[path([step({"warn-only": "true"}, [])], []), "fail"],
		[path([step({"warn-only": null}, [])], []), "unknown"],
		[path([step({}, [gate(true)])], []), "fail"],
		[path([step({}, [gate(false)])], []), "unknown"],
		[path([], []), "fail"],
		[path([], [{"message": "m", "locations": [], "missing": []}]), "unknown"],
	]
	every case in cases { [case, dependencies.review_blocks("blocks", case[0]).outcome] == [case, case[1]] }
	dependencies.review_jobs(path([step({}, [])], [])) == [{"job": {"id": "review"}}]
}

filter(count, watched) := {"status": "observed", "value": {"exempt": {"go": {"count": count, "files": []}}, "watched": watched}}

test_review_starts if {
	cases := [
		[filter(0, {"go.mod": {"starts": true}}), "pass"],
		[filter(2, {"go.mod": {"starts": true}}), "fail"],
		[filter(0, {"go.mod": {"starts": false}}), "fail"],
		[filter(0, {}), "unknown"],
		[{"status": "error"}, "unknown"],
		[null, "unknown"],
	]
	every case in cases { [case, dependencies.review_starts("starts", "r.yml", case[0], listed(true, [])).outcome] == [case, case[1]] }
	not dependencies.review_starts("starts", "r.yml", null, {})
}
