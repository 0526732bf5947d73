package checks.secrets_test

import data.checks.secrets

file(value) := {"status": "observed", "value": object.union({"jobs": [], "secrets": []}, value)}

reading(name) := file({"secrets": [{"name": name, "line": 7}]})

read(files, actions) := secrets.only_token("only-token", {"files": files, "actions": actions}).outcome

test_only_token if {
	read({"a.yml": reading("GITHUB_TOKEN")}, {}) == "pass"
	read({"a.yml": reading("KEY")}, {}) == "fail"
	read({}, {"x/action.yml": reading("KEY")}) == "fail"
	read({"a.yml": reading(null)}, {}) == "unknown"
	read({"a.yml": {"status": "error"}}, {}) == "unknown"
	read({"a.yml": {"status": "observed", "value": {"jobs": []}}}, {}) == "unknown"
	read({}, {}) == "pass"
	every kind in ["remote-workflow", "dynamic"] {
		read({"a.yml": file({"jobs": [{"uses": {"kind": kind, "line": 4, "reference": "r"}}]})}, {}) == "unknown"
	}
	not secrets.only_token("only-token", {})
}

stated(scopes) := {"line": 3, "scopes": scopes}

declared(workflow) := secrets.permissions_declared("declared", {"a.yml": workflow}).outcome

test_permissions_declared if {
	job := {"id": "a", "line": 5}
	declared(file({"permissions": stated({}), "jobs": [job]})) == "pass"
	declared(file({"jobs": [object.union(job, {"permissions": stated({})})]})) == "pass"
	declared(file({"jobs": [job]})) == "fail"
	declared(file({"permissions": {"line": 3, "all": "write", "scopes": {}}})) == "fail"
	declared({"status": "error"}) == "unknown"
}

writes(triggers, permissions) := secrets.writes_by_tags_only("writes", {"a.yml": file({
	"triggers": triggers,
	"permissions": stated(permissions),
})}).outcome

test_writes_by_tags_only if {
	tags := [{"pattern": "v*", "line": 4}]
	writes({"push": {"line": 2, "tags": tags}, "workflow_call": {"line": 3}}, {"packages": "write"}) == "pass"
	writes({"push": {"line": 2, "tags": tags, "branches": tags}}, {"packages": "write"}) == "fail"
	writes({"push": {"line": 2}}, {"packages": "write"}) == "fail"
	writes({"pull_request": {"line": 2}}, {"packages": "read"}) == "pass"
	secrets.writes_by_tags_only("writes", {"a.yml": {"status": "error"}}).outcome == "unknown"
}

test_settings if {
	secrets.default_read("default", {"defaultToken": "read"}).outcome == "pass"
	secrets.default_read("default", {"defaultToken": "write"}).outcome == "fail"
	secrets.scanning("scanning", {"secretScanning": true, "pushProtection": true}).outcome == "pass"
	secrets.scanning("scanning", {"secretScanning": true, "pushProtection": false}).outcome == "fail"
	secrets.scanning("scanning", {"secretScanning": true}).outcome == "unknown"
}
