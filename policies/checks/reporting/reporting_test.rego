package checks.reporting_test

import data.checks.reporting

key := "SECURITY.md#report"

own := {"status": "observed", "value": {"host": "github.com", "owner": "Acme", "name": "Widget"}}

form(repository) := {"kind": "advisory-form", "repository": repository, "line": 4}

email := {"kind": "email", "line": 5}

naming(channels) := {"path": "SECURITY.md", "section": {"status": "observed", "value": {"line": 2, "channels": channels}}}

test_channel if {
	cases := [
		[naming([form("acme/widget")]), own, "pass"],
		[naming([email]), {"status": "unavailable"}, "pass"],
		[naming([form("acme/gadget"), email]), own, "pass"],
		[naming([form("acme/gadget")]), own, "fail"],
		[naming([]), own, "fail"],
		[naming([form("acme/widget")]), {"status": "unavailable"}, "unknown"],
		[naming([form("acme/widget")]), {"status": "observed", "value": {"host": "ghes.example.org", "owner": "acme", "name": "widget"}}, "unknown"],
		[naming(null), own, "unknown"],
		[{"section": {"status": "absent"}}, own, "fail"],
		[{"section": {"status": "error"}}, own, "unknown"],
		[{}, own, "unknown"],
	]
	every case in cases {
		[case, reporting.channel("channel", key, case[0], case[1]).outcome] == [case, case[2]]
	}
}

test_enabled if {
	cases := [
		[{key: naming([form("acme/widget")])}, true, "pass"],
		[{key: naming([form("acme/widget")])}, false, "fail"],
		[{key: naming([form("acme/gadget")])}, false, "unknown"],
		[{key: naming([email])}, false, "not-applicable"],
		[{key: {}}, false, "unknown"],
		[{}, false, "unknown"],
		[{key: naming([form("acme/widget")])}, null, "unknown"],
	]
	every case in cases {
		[case, reporting.enabled("enabled", case[0], own, {"status": "observed", "value": {"enabled": case[1]}}).outcome] == [case, case[2]]
	}
}

test_published if {
	reporting.published("published", {"published": 1}).outcome == "pass"
	reporting.published("published", {"published": 0}).outcome == "not-applicable"
	not reporting.published("published", {})
}
