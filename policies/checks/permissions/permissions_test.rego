package checks.permissions_test

import data.checks.permissions

states(scopes) := {"line": 3, "scopes": scopes}

of_all(level) := {"line": 3, "all": level, "scopes": {}}

file(stated) := {"status": "observed", "value": object.union({"jobs": []}, stated)}

outcome(caller, callee, files) := permissions.within_grant("may-start", running, files).outcome if {
	calling := object.union({"id": "call", "line": 5, "uses": {"path": "called.yml"}}, caller)
	called := object.union({"id": "work", "line": 7}, callee)
	running := {"path": "ci.yml", "doubts": [], "jobs": [
		{"file": "ci.yml", "root": "ci.yml", "owner": "call", "callers": [], "job": calling},
		{"file": "called.yml", "root": "ci.yml", "owner": "call/work", "callers": [calling], "job": called},
	]}
}

plain := {"ci.yml": file({}), "called.yml": file({})}

of_job(permissions) := {"permissions": permissions}

test_grants_and_asks if {
	cases := [
		[states({"contents": "read"}), states({"contents": "read"}), "pass"],
		[states({"contents": "write"}), states({"contents": "read"}), "pass"],
		[states({"contents": "read"}), states({"contents": "write"}), "fail"],
		[states({"contents": "read"}), states({"packages": "read"}), "fail"],
		[states({"contents": "read"}), states({"packages": "none"}), "pass"],
		[states({}), states({}), "pass"],
		[of_all("write"), states({"packages": "write"}), "pass"],
		[of_all("read"), states({"packages": "write"}), "fail"],
		[of_all("write"), of_all("write"), "pass"],
		[of_all("read"), of_all("write"), "fail"],
		[states({"contents": "write"}), of_all("read"), "fail"],
		[states({"contents": "read"}), states({"contents": "admin"}), "unknown"],
	]
	every case in cases {
		[case, outcome(of_job(case[0]), of_job(case[1]), plain)] == [case, case[2]]
	}
}

test_what_a_job_does_not_state_its_workflow_does if {
	asking := {"ci.yml": file({"permissions": states({"contents": "read"})}), "called.yml": file({"permissions": states({"packages": "write"})})}
	outcome({}, {}, asking) == "fail"
	outcome(of_job(states({"packages": "write"})), {}, asking) == "pass"
	outcome({}, of_job(states({"contents": "read"})), asking) == "pass"
}

test_what_nobody_states if {
	outcome({}, {}, plain) == "pass"
	outcome({}, of_job(states({"contents": "read"})), plain) == "unknown"
	outcome({}, of_job(of_all("read")), plain) == "unknown"
}

test_doubts_stay if {
	running := {"path": "ci.yml", "doubts": [{"message": "m", "locations": [], "missing": []}], "jobs": []}
	permissions.within_grant("may-start", running, {}).outcome == "unknown"
}
