package cases.dalec.c2_3_test

import data.cases.dalec.c2_3

given := {
	"case": {"path": "case.md", "claims": [{"id": "C2.3", "links": [{"target": "A.md#a", "kind": "path", "path": "A.md"}]}]},
	"facts": {name: {"status": "observed", "value": value} | some name, value in {"organization": {"twoFactorRequired": true, "insecureMembers": 0}}},
}

test_all_hold if {
	said := {[outcome.check, object.get(outcome, "subject", ""), outcome.outcome] | some outcome in c2_3.outcomes} with input as given
	said == {["two-factor", "", "pass"]}
}

test_no_fact_says_nothing if {
	count([outcome | some outcome in c2_3.outcomes; outcome.outcome == "pass"]) == 0 with input as {"case": {"path": "case.md", "claims": []}, "facts": {}}
}
