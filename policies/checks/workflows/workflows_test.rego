package checks.workflows_test

import data.checks.workflows

workflow(jobs) := {"status": "observed", "value": {"triggers": {"pull_request": {"line": 2}}, "jobs": jobs}}

job(id, steps) := {"id": id, "line": 5, "needs": [], "steps": steps}

script(line, programs) := {"line": line, "commands": {"status": "observed", "value": [{
	"line": line,
	"program": program,
	"args": ["x"],
	"exit": "propagates",
} |
	some program in programs
]}}

use(kind, path) := {"line": 6, "kind": kind, "reference": path, "path": path, "pinned": true}

caller(id, path) := object.union(job(id, []), {"uses": use("local-workflow", path)})

using(path) := {"line": 6, "uses": use("local-action", path)}

action(steps) := {"status": "observed", "value": {"using": "composite", "steps": steps}}

run(files, actions) := workflows.run({"files": files, "actions": actions}, "ci.yml")

programs(running) := [[entry.owner, entry.file, entry.command.program, entry.position] | some entry in running.commands]

messages(running) := {doubt.message | some doubt in running.doubts}

gates(running) := {[gate.what, gate.certain, gate.line] | some entry in running.steps; some gate in entry.gates}

test_steps_through_workflows_and_actions if {
	running := run(
		{
			"ci.yml": workflow([job("own", [script(7, ["a", "b"]), using("one/action.yml")]), caller("call", "called.yml")]),
			"called.yml": workflow([job("deep", [script(8, ["c"])]), caller("again", "deeper.yml")]),
			"deeper.yml": workflow([job("deepest", [script(9, ["d"])])]),
		},
		{
			"one/action.yml": action([script(3, ["e"]), using("two/action.yml")]),
			"two/action.yml": action([script(4, ["f"])]),
		},
	)
	programs(running) == [
		["own", "ci.yml", "a", [0, 0]],
		["own", "ci.yml", "b", [0, 1]],
		["call/deep", "called.yml", "c", [0, 0]],
		["call/again/deepest", "deeper.yml", "d", [0, 0]],
		["own", "one/action.yml", "e", [1, 0, 0]],
		["own", "two/action.yml", "f", [1, 1, 0, 0]],
	]
	messages(running) == set()
	{entry.context.root | some entry in running.steps} == {"ci.yml"}
	{entry.home | some entry in running.jobs} == {"ci.yml", "called.yml", "deeper.yml"}
}

test_what_calls_itself_ends if {
	running := run(
		{"ci.yml": workflow([caller("call", "ci.yml"), job("own", [using("one/action.yml")])])},
		{"one/action.yml": action([using("one/action.yml")])},
	)
	messages(running) == {"ci.yml cannot be looked into", "one/action.yml cannot be looked into"}
}

test_what_cannot_be_seen if {
	cases := [
		[caller("call", "gone.yml"), "gone.yml cannot be looked into"],
		[caller("call", "broken.yml"), "broken.yml cannot be looked into"],
		[caller("call", "shapeless.yml"), "shapeless.yml cannot be looked into"],
		[object.union(job("r", []), {"uses": use("remote-workflow", "r")}), "r cannot be looked into"],
		[object.union(job("r", []), {"uses": {"reference": "no kind"}}), "no kind cannot be looked into"],
		[job("a", [using("gone/action.yml")]), "gone/action.yml cannot be looked into"],
		[job("a", [using("broken/action.yml")]), "broken/action.yml cannot be looked into"],
		[job("a", [using("shapeless/action.yml")]), "shapeless/action.yml cannot be looked into"],
		[job("a", [{"line": 6, "uses": use("dynamic", "d")}]), "d cannot be looked into"],
		[job("a", [{"line": 6, "commands": {"status": "error"}}]), "a script of ci.yml cannot be read"],
		[job("a", [{"line": 6, "commands": {"status": "observed", "value": {}}}]), "a script of ci.yml cannot be read"],
		[job("a", [{"line": 6, "commands": {"status": "observed", "value": [{}]}}]), "a script of ci.yml cannot be read"],
		[job("a", [{"line": 6}]), "a script of ci.yml cannot be read"],
	]
	broken := {
		"broken.yml": {"status": "error"},
		"shapeless.yml": {"status": "observed", "value": {}},
	}
	actions := {
		"broken/action.yml": {"status": "error"},
		"shapeless/action.yml": {"status": "observed", "value": {}},
	}
	every case in cases {
		messages(run(object.union(broken, {"ci.yml": workflow([case[0]])}), actions)) == {case[1]}
	}
}

test_what_is_remote_or_an_image_is_no_doubt if {
	steps := [{"line": 6, "uses": use("remote-action", "acme/x")}, {"line": 7, "uses": use("image", "docker://x")}]
	messages(run({"ci.yml": workflow([job("a", steps)])}, {})) == set()
}

test_a_workflow_that_cannot_be_read if {
	every envelope in [null, {}, {"status": "error", "line": 3}, {"status": "observed", "value": []}] {
		messages(run({"ci.yml": envelope}, {})) == {"ci.yml could not be read"}
	}
	messages(run({}, {})) == {"ci.yml could not be read"}
	messages(workflows.run({}, "ci.yml")) == {"ci.yml could not be read"}
	workflows.unread("ci.yml", {"status": "error", "line": 3})[0].locations == {{"path": "ci.yml", "line": 3}}
}

test_gates_of_jobs_and_steps if {
	continuing := {"line": 6, "value": "true"}
	cases := [
		[{}, {}, set()],
		[{"if": {"line": 6, "expression": "x"}}, {}, {["job a runs only under a condition", true, 6]}],
		[{}, {"if": {"line": 8, "expression": "x"}}, {["the step runs only under a condition", true, 8]}],
		[{"continueOnError": continuing}, {}, {["job a has continue-on-error", true, 6]}],
		[{}, {"continueOnError": continuing}, {["the step has continue-on-error", true, 6]}],
		[{}, {"continueOnError": {"line": 6, "value": "dynamic"}}, {["the step has continue-on-error", false, 6]}],
		[{}, {"continueOnError": {"line": 6, "value": "false"}}, set()],
		[{}, {"continueOnError": "yes"}, {["the step has continue-on-error", false, 1]}],
		[{}, {"if": "x"}, {["the step runs only under a condition", true, 1]}],
		[{"continueOnError": continuing, "if": {"line": 5, "expression": "x"}}, {}, {
			["job a has continue-on-error", true, 6],
			["job a runs only under a condition", true, 5],
		}],
	]
	every case in cases {
		given := object.union(job("a", [object.union(script(7, ["x"]), case[1])]), case[0])
		gates(run({"ci.yml": workflow([given])}, {})) == case[2]
	}
}

test_conditions if {
	cases := {
		"always()": set(),
		"${{ always() }}": set(),
		"!cancelled()": set(),
		"success() || failure()": set(),
		"github.event_name == 'pull_request'": set(),
		"Success()": set(),
		"always() && x": {["the step runs only under a condition", true, 8]},
		"!always()": {["the step runs only under a condition", true, 8]},
		"failure()": {["the step runs only under a condition", true, 8]},
		"github.event_name == 'push'": {["the step runs only under a condition", true, 8]},
	}
	every expression, expected in cases {
		step := object.union(script(7, ["x"]), {"if": {"line": 8, "expression": expression}})
		gates(run({"ci.yml": workflow([job("a", [step])])}, {})) == expected
	}
	constant := object.union(script(7, ["x"]), {"if": {"line": 8, "expression": "true", "value": true}})
	gates(run({"ci.yml": workflow([job("a", [constant])])}, {})) == set()
}

needing(id, needed, condition) := object.union(job(id, [script(7, ["x"])]), {"needs": needed, "if": {"line": 6, "expression": condition}})

test_gates_through_needs if {
	first := object.union(job("first", []), {"if": {"line": 3, "expression": "x"}})
	gates(run({"ci.yml": workflow([first, needing("a", ["first"], "success()")])}, {})) == {["job first, which a needs, runs only under a condition", true, 3]}
	gates(run({"ci.yml": workflow([first, needing("a", ["first"], "always()")])}, {})) == set()
	middle := object.union(job("middle", []), {"needs": ["first"]})
	gates(run({"ci.yml": workflow([first, middle, needing("a", ["middle"], "success()")])}, {})) == {["job first, which a needs, runs only under a condition", true, 3]}
	gates(run({"ci.yml": workflow([first, needing("a", [], "success()")])}, {})) == set()
	circle := [needing("a", ["b"], "success()"), needing("b", ["a"], "success()")]
	gates(run({"ci.yml": workflow(circle)}, {})) == set()
}

test_gates_of_callers if {
	gated := {"if": {"line": 3, "expression": "x"}}
	called := {"called.yml": workflow([job("deep", [script(8, ["x"])])])}
	files := object.union(called, {"ci.yml": workflow([object.union(caller("call", "called.yml"), gated)])})
	gates(run(files, {})) == {["job call runs only under a condition", true, 3]}
	actions := {"one/action.yml": action([script(3, ["x"])])}
	step := object.union(using("one/action.yml"), gated)
	inner := [entry.gates | some entry in run({"ci.yml": workflow([job("a", [step])])}, actions).steps; entry.file == "one/action.yml"]
	workflows.gate_places(inner[0]) == [{"path": "ci.yml", "line": 3}]
}

test_gates_in_scripts if {
	entry := {"file": "ci.yml", "command": {"line": 4, "program": "go", "conditional": true}}
	workflows.script_gates(entry) == [{
		"what": "go runs only under a condition of its script",
		"file": "ci.yml",
		"line": 4,
		"certain": false,
	}]
	workflows.script_gates({"file": "ci.yml", "command": {"line": 4, "program": "go", "conditional": false}}) == []
	workflows.script_gates({"file": "ci.yml", "command": {"line": 4, "program": "go"}}) == []
}

triggered(trigger) := workflows.on_pull_requests("on", "ci.yml", {"status": "observed", "value": {
	"jobs": [],
	"triggers": {"pull_request": object.union({"line": 2}, trigger)},
}})

starts(value) := {"defaultBranch": {"status": "observed", "value": value}}

test_on_pull_requests if {
	cases := [
		[starts({"starts": true}), "pass", "ci.yml runs on pull requests to the default branch.", {2}],
		[starts({"starts": false, "line": 4}), "fail", "the branch filters of ci.yml leave the default branch out", {4}],
		[starts({"starts": false}), "fail", "the branch filters of ci.yml leave the default branch out", {2}],
		[object.union(starts({"starts": true}), {"types": ["opened", "synchronize"]}), "pass", "ci.yml runs on pull requests to the default branch.", {2}],
		[object.union(starts({"starts": true}), {"types": ["opened"]}), "fail", "ci.yml does not run when a pull request is synchronize (types)", {2}],
		[{}, "unknown", "whether ci.yml runs for the default branch is not known", set()],
		[starts({}), "unknown", "whether ci.yml runs for the default branch is not known", set()],
		[{"defaultBranch": {"status": "absent"}}, "unknown", "whether ci.yml runs for the default branch is not known", set()],
		[{"defaultBranch": "main"}, "unknown", "whether ci.yml runs for the default branch is not known", set()],
	]
	every case in cases {
		outcome := triggered(case[0])
		[outcome.outcome, outcome.message, {place.line | some place in outcome.locations}] == [case[1], case[2], case[3]]
	}
}

test_no_trigger_fails_and_no_workflow_is_unknown if {
	workflows.on_pull_requests("on", "ci.yml", {"status": "observed", "value": {"triggers": {"push": {}}, "jobs": []}}).outcome == "fail"
	every envelope in [null, {}, {"status": "error"}, {"status": "observed", "value": {}}] {
		workflows.on_pull_requests("on", "ci.yml", envelope).outcome == "unknown"
	}
}

test_a_called_workflow_is_judged_where_it_is_called if {
	called := {"status": "observed", "value": {"triggers": {"workflow_call": {"line": 3}}, "jobs": []}}
	outcome := workflows.on_pull_requests("on", "ci.yml", called)
	outcome.outcome == "unknown"
	outcome.locations == {{"path": "ci.yml", "line": 3}}
	both := {"status": "observed", "value": {
		"triggers": {"workflow_call": {"line": 3}, "pull_request": {
			"line": 2,
			"defaultBranch": {"status": "observed", "value": {"starts": true}},
		}},
		"jobs": [],
	}}
	workflows.on_pull_requests("on", "ci.yml", both).outcome == "pass"
}

checking_out(inputs) := {
	"line": 6,
	"uses": object.union(use("remote-action", "actions/checkout"), {"action": "actions/checkout"}),
	"inputs": inputs,
}

test_gates_of_a_checkout if {
	other := "job a checks out something else than the pull request"
	cases := [
		[{}, set()],
		[{"ref": "main"}, {[other, true, 6]}],
		[{"repository": "acme/other"}, {[other, true, 6]}],
		[{"ref": null}, {[other, false, 6]}],
		[{"repository": "acme/tools", "path": "tools"}, set()],
	]
	every case in cases {
		given := job("a", [checking_out(case[0]), script(7, ["x"])])
		gates(run({"ci.yml": workflow([given])}, {})) == case[1]
	}
}
