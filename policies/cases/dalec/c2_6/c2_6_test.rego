package cases.dalec.c2_6_test

import data.cases.dalec.c2_6

given := {
	"case": {"path": "case.md", "claims": [{"id": "C2.6", "links": []}]},
	"facts": {name: {"status": "observed", "value": value} |
		some name, value in {
			"workflows": {"files": {}, "actions": {}},
			"actions_settings": {"defaultToken": "read"},
			"security_settings": {"secretScanning": true, "pushProtection": true},
		}
	},
}

test_all_hold if {
	said := {[outcome.check, outcome.outcome] | some outcome in c2_6.outcomes} with input as given
	said == {
		["only-token", "pass"],
		["permissions-declared", "pass"],
		["writes-by-tags", "pass"],
		["default-read", "pass"],
		["scanning", "pass"],
	}
}

test_no_fact_says_nothing if c2_6.outcomes == set() with input as {"case": {"claims": []}, "facts": {}}
