# METADATA
# title: Workflows
# description: >-
#   The steps that a workflow runs, through local workflows and actions, each with its gates: what may skip it, or keep its
#   failure from failing the job. A gate that is not certain (an expression) leaves its step in doubt.
package checks.workflows

import data.lib

# METADATA
# title: Every step that a workflow runs
steps(workflows, path) := [object.union(own, {"gates": gates}) |
	unconditional := reachable(workflows, path, true)
	some file in reachable(workflows, path, false)
	some own in steps_of(workflows, file)
	gates := array.concat(own.gates, caller_gates(file, unconditional))
]

# METADATA
# title: What of a workflow cannot be seen
# description: Remote workflows, computed references, local ones that are missing or broken, and scripts that cannot be read.
opaque(workflows, path) := array.concat(unseen_uses(workflows, path), unseen_scripts(workflows, path))

# METADATA
# title: Where the gates of a step stand
gate_places(gates) := [lib.at(gate.file, gate.line) | some gate in gates]

# METADATA
# title: It runs on every pull request to the default branch
on_pull_requests(check, path, workflow) := lib.decide(check, failures, doubts, otherwise) if {
	failures := array.concat(untriggered(path, workflow), array.concat(unbranched(path, workflow), untyped(path, workflow)))
	doubts := array.concat(unread(path, workflow), unknown_branch(path, workflow))
	otherwise := lib.pass(
		check, $"{path} runs on pull requests to the default branch.",
		[lib.at(path, workflow.value.triggers.pull_request.line)],
	)
}

# METADATA
# title: What is wrong with a workflow that cannot be read
unread(path, workflow) := [lib.doubt($"{path} could not be read", place, missing) |
	missing := lib.missing("workflows", workflow)
	count(missing) > 0
	place := [lib.at(path, workflow.line) | is_number(workflow.line)]
]

reachable(workflows, path, unconditional) := graph.reachable(calls(workflows, unconditional), {path})

calls(workflows, unconditional) := {file: targets |
	some file, _ in object.union(workflows.files, workflows.actions)
	targets := {call.use.path | some call in uses_of(workflows, file); followed(call.gates, unconditional)}
}

followed(_, false)

followed([], true)

uses_of(workflows, file) := array.concat(
	[{"use": owner.job.uses, "gates": owner.gates} | some owner in jobs_of(workflows, file)],
	[{"use": entry.step.uses, "gates": entry.gates} | some entry in steps_of(workflows, file)],
)

jobs_of(workflows, file) := [{"job": job, "gates": job_gates(file, workflow, job)} |
	lib.observed(workflows.files[file])
	workflow := workflows.files[file].value
	some job in workflow.jobs
]

steps_of(workflows, file) := array.concat(
	[{"file": file, "job": owner.job, "step": step, "gates": array.concat(owner.gates, step_gates(file, step))} |
		some owner in jobs_of(workflows, file)
		some step in owner.job.steps
	],
	[{"file": file, "job": {}, "step": step, "gates": step_gates(file, step)} |
		lib.observed(workflows.actions[file])
		some step in workflows.actions[file].value.steps
	],
)

job_gates(file, workflow, job) := array.concat(
	skipping(file, workflow, job),
	continuing(file, $"job {job.id}", object.get(job, "continueOnError", null)),
)

# A job is skipped, too, when one that it needs is.
skipping(file, workflow, job) := [gate |
	needed := graph.reachable({other.id: other.needs | some other in workflow.jobs}, {job.id})
	some other in workflow.jobs
	other.id in needed
	some gate in conditional(file, $"job {other.id}", object.get(other, "if", null))
]

step_gates(file, step) := array.concat(
	conditional(file, "the step", object.get(step, "if", null)),
	continuing(file, "the step", object.get(step, "continueOnError", null)),
)

conditional(file, owner, condition) := [gate |
	is_object(condition)
	not harmless(condition)
	gate := {"what": $"{owner} runs only under a condition", "file": file, "line": condition.line, "certain": true}
]

continuing(file, owner, setting) := [gate |
	is_object(setting)
	setting.value != "false"
	gate := {"what": $"{owner} has continue-on-error", "file": file, "line": setting.line, "certain": setting.value == "true"}
]

harmless(condition) if condition.value == true

harmless(condition) if {
	bare := trim_suffix(trim_prefix(replace(condition.expression, " ", ""), "${{"), "}}")
	bare in {"always()", "!cancelled()", "success()", "success()||failure()"}
}

caller_gates(file, unconditional) := [gate |
	not file in unconditional
	gate := {"what": $"{file} is called only under a condition", "file": file, "line": 1, "certain": true}
]

unseen_uses(workflows, path) := [lib.doubt(message, [lib.at(file, call.use.line)], []) |
	some file in reachable(workflows, path, false)
	some call in uses_of(workflows, file)
	unseen(workflows, call.use)
	message := $"{call.use.reference} cannot be looked into"
]

unseen(_, use) if use.kind in {"remote-workflow", "dynamic"}

unseen(workflows, use) if {
	use.kind == "local-workflow"
	not lib.observed(workflows.files[use.path])
}

unseen(workflows, use) if {
	use.kind == "local-action"
	not lib.observed(workflows.actions[use.path])
}

unseen_scripts(workflows, path) := [lib.doubt(message, [lib.at(file, entry.step.line)], missing) |
	some file in reachable(workflows, path, false)
	some entry in steps_of(workflows, file)
	missing := lib.missing("workflows", object.get(entry.step, "commands", {"status": "absent"}))
	count(missing) > 0
	message := $"a script of {file} cannot be read"
]

untriggered(path, workflow) := [lib.finding($"{path} does not run on pull requests", [lib.in_file(path)]) |
	lib.observed(workflow)
	not workflow.value.triggers.pull_request
]

unbranched(path, workflow) := [lib.finding($"the branch filters of {path} leave the default branch out", [lib.at(path, line)]) |
	trigger := workflow.value.triggers.pull_request
	trigger.defaultBranch.value.starts == false
	line := object.get(trigger.defaultBranch.value, "line", trigger.line)
]

untyped(path, workflow) := [lib.finding(message, [lib.at(path, trigger.line)]) |
	trigger := workflow.value.triggers.pull_request
	types := trigger.types
	some activity in ["opened", "synchronize"]
	not activity in types
	message := $"{path} does not run when a pull request is {activity} (types)"
]

unknown_branch(path, workflow) := [lib.doubt($"whether {path} runs for the default branch is not known", [], missing) |
	trigger := workflow.value.triggers.pull_request
	missing := lib.missing("default_branch", object.get(trigger, "defaultBranch", null))
	count(missing) > 0
]
