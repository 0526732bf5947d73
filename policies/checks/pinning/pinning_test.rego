package checks.pinning_test

import data.checks.pinning
import data.checks.workflows

run(uses, images) := workflows.run(
	{"actions": {}, "files": {"ci.yml": {"status": "observed", "value": {"triggers": {}, "jobs": [{
		"id": "a",
		"line": 2,
		"images": images,
		"needs": [],
		"steps": [{"line": 3, "uses": use} | some use in uses],
	}]}}}},
	"ci.yml",
)

action(pinned) := {"line": 3, "kind": "remote-action", "reference": "acme/x@v1", "pinned": pinned}

image(pinned) := {"line": 4, "reference": "golang:1", "pinned": pinned}

pinned(uses, images) := pinning.pinned("pinned", run(uses, images))

test_pinned if {
	pinned([action(true)], [image(true)]).outcome == "pass"
	pinned([], []).outcome == "pass"
	pinned([action(false)], []).message == "acme/x@v1 is not pinned"
	pinned([], [image(false)]).message == "golang:1 is not pinned"
	pinned([object.remove(action(true), ["pinned"])], []).outcome == "fail"
}

test_what_is_local_needs_no_pin_and_what_is_not_there_is_unknown if {
	local := {"line": 3, "kind": "local-action", "reference": "./a", "path": "a/action.yml", "pinned": false}
	pinned([local], []).outcome == "unknown"
}

test_a_remote_workflow_is_pinned_or_fails if {
	job := {"id": "a", "line": 2, "needs": [], "steps": [], "uses": {
		"line": 2, "kind": "remote-workflow", "reference": "acme/ci/x.yml@main", "pinned": false,
	}}
	running := {"path": "ci.yml", "jobs": [{"file": "ci.yml", "job": job}], "steps": [], "doubts": []}
	pinning.pinned("pinned", running).message == "acme/ci/x.yml@main is not pinned"
}
