package checks.branch_rules_test

import data.checks.branch_rules

protected := {
	"branch": "main",
	"requiredChecks": [{"context": "test"}],
	"pullRequests": {"required": true, "approvals": 1},
	"forcePushes": "blocked",
	"deletion": "blocked",
	"bypass": 0,
}

with_setting(name, value) := object.union(protected, {name: value})

test_needs_approval if {
	branch_rules.needs_approval("a", protected, 1).outcome == "pass"
	branch_rules.needs_approval("a", with_setting("pullRequests", {"approvals": 0}), 1).outcome == "fail"
	branch_rules.needs_approval("a", with_setting("pullRequests", {"required": false}), 1).outcome == "fail"
	branch_rules.needs_approval("a", {"branch": "main"}, 1).outcome == "unknown"
	not branch_rules.needs_approval("a", {}, 1)
}

test_needs_checks if {
	branch_rules.needs_checks("c", protected).outcome == "pass"
	branch_rules.needs_checks("c", with_setting("requiredChecks", [])).outcome == "fail"
	branch_rules.needs_checks("c", {"branch": "main"}).outcome == "unknown"
}

test_keeps_history if {
	branch_rules.keeps_history("h", protected).outcome == "pass"
	branch_rules.keeps_history("h", with_setting("forcePushes", "allowed")).message == "main allows force pushes."
	branch_rules.keeps_history("h", with_setting("deletion", "allowed")).outcome == "fail"
	branch_rules.keeps_history("h", {"branch": "main", "forcePushes": "blocked"}).outcome == "unknown"
}

test_without_bypass if {
	branch_rules.without_bypass("b", protected).outcome == "pass"
	branch_rules.without_bypass("b", with_setting("bypass", 2)).outcome == "fail"
	branch_rules.without_bypass("b", {"branch": "main"}).outcome == "unknown"
}

test_approved if {
	branch_rules.approved("p", {"count": 3, "unapproved": []}).outcome == "pass"
	branch_rules.approved("p", {"count": 3, "unapproved": [7]}).message == "1 of 3 recent pull requests were merged without the approval of another: #7."
	branch_rules.approved("p", {"count": 0, "unapproved": []}).outcome == "not-applicable"
	not branch_rules.approved("p", {})
}

test_codeowners if {
	outcomes := [branch_rules.codeowners_valid("o", given).outcome |
		some given in [{"status": "absent"}, {"status": "observed", "value": {"errors": 0}}, {"status": "observed", "value": {"errors": 2}}]
	]
	outcomes == ["not-applicable", "pass", "fail"]
}

running(trigger) := {"ci.yml": {"status": "observed", "value": {
	"triggers": {"pull_request": trigger},
	"jobs": [{"id": "test", "line": 4, "needs": [], "steps": []}],
}}}

test_always_reports if {
	cases := [
		[running({"line": 2}), "pass"],
		[running({"line": 2, "paths": [{"pattern": "a", "line": 3}]}), "fail"],
		[running({"line": 2, "pathsIgnore": [{"pattern": "a", "line": 3}]}), "fail"],
		[{"ci.yml": {"status": "error"}}, "unknown"],
	]
	every case in cases { branch_rules.always_reports("r", protected, case[0]).outcome == case[1] }
}

test_runs_on if {
	files := running({"line": 2})
	cases := [
		[files, {"ci.yml": {"value": {"watched": {"case.md": {"starts": true}}}}}, "pass"],
		[files, {"ci.yml": {"value": {"watched": {"case.md": {"starts": false}}}}}, "fail"],
		[files, {}, "unknown"],
		[{"ci.yml": {"status": "error"}}, {}, "unknown"],
	]
	every case in cases { branch_rules.runs_on("r", "case.md", protected, case[0], case[1]).outcome == case[2] }
	branch_rules.runs_on("r", "case.md", with_setting("requiredChecks", []), {}, {}).outcome == "unknown"
}
