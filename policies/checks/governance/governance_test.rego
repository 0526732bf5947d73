package checks.governance_test

import data.checks.governance

listed(count) := {"status": "observed", "value": {"count": count, "path": "MAINTAINERS.md", "line": 3}}

test_enough_maintainers if {
	outcomes := [governance.enough_maintainers("several", given, 2).outcome |
		some given in [listed(3), listed(2), listed(1), {"status": "absent"}]
	]
	outcomes == ["pass", "pass", "fail", "unknown"]
	not governance.enough_maintainers("several", {"status": "error"}, 2)
}

test_two_factors if {
	cases := [[true, 0, "pass"], [false, 0, "fail"], [true, 1, "fail"]]
	every case in cases {
		given := {"twoFactorRequired": case[0], "insecureMembers": case[1]}
		governance.two_factors("two-factor", given).outcome == case[2]
	}
	not governance.two_factors("two-factor", {})
}

test_case_reviewed if {
	governance.case_reviewed("reviewed", {"commits": 2, "unreviewed": {"count": 0, "commits": []}}).outcome == "pass"
	outcome := governance.case_reviewed("reviewed", {"commits": 2, "unreviewed": {"count": 1, "commits": ["1234567890abcdef"]}})
	outcome.message == "1 of 2 changes of the case came through no pull request that another approved: 1234567890"
	not governance.case_reviewed("reviewed", {"commits": 0, "unreviewed": {"count": 0, "commits": []}})
}

test_has_examples if {
	cases := [
		[{"count": 1, "files": [{"path": "docs/examples/a.yml"}]}, "pass"],
		[{"count": 1, "files": [{"path": "example/a.yml"}]}, "pass"],
		[{"count": 1, "files": [{"path": "test/examples.yml"}]}, "fail"],
		[{"count": 0, "files": []}, "fail"],
		[{"count": 60, "files": [{"path": "test/a.yml"}]}, "unknown"],
	]
	every case in cases { governance.has_examples("examples", case[0]).outcome == case[1] }
	not governance.has_examples("examples", {})
}
