# METADATA
# title: Workflows
# description: >-
#   What a workflow runs, through local workflows and actions, each job and step with its gates: what may skip it, or keep its
#   failure from failing the job. A gate that is not certain (an expression) leaves its step in doubt.
package checks.workflows

import data.lib

# METADATA
# title: What a workflow runs
# description: >-
#   Jobs, with the jobs that call them; steps, with their job as context and their position in it; commands, each with its step, its words
#   and its position; and as doubts what cannot be seen:
#   remote workflows, computed references, local ones that are missing or broken or too deep, scripts that cannot be read.
run(workflows, path) := {"path": path, "jobs": jobs, "steps": steps, "commands": commands_of(steps), "doubts": doubts} if {
	own := jobs_of(workflows, path, {"root": path, "callers": [], "gates": []})
	called := jobs_called(workflows, own)
	deepest := jobs_called(workflows, called)
	jobs := array.flatten([own, called, deepest])
	outer := steps_of_jobs(jobs)
	inner := steps_inside(workflows, outer)
	innermost := steps_inside(workflows, inner)
	steps := array.flatten([outer, inner, innermost])
	followed := array.concat(own_uses(array.concat(own, called)), step_uses(array.concat(outer, inner)))
	last := array.concat(own_uses(deepest), step_uses(innermost))
	doubts := array.flatten([
		unread(path, file_of(workflows, path)),
		[unseen(use) | some use in followed; hidden(workflows, use)],
		[unseen(use) | some use in last; not use.kind in {"remote-action", "image"}],
		unreadable_scripts(steps),
	])
}

# METADATA
# title: Programs that run others, which are not seen
# description: The empty name is that of a program that a variable holds.
build_programs := {"", "bash", "just", "mage", "make", "npm", "npx", "pnpm", "sh", "task", "yarn"}

commands_of(steps) := [command_entry(entry, command, number) |
	some entry in steps
	lib.observed(entry.step.commands)
	some number, command in entry.step.commands.value
]

# Written out, as a union of objects takes WebAssembly several times as long.
command_entry(entry, command, number) := {
	"context": entry.context,
	"file": entry.file,
	"owner": entry.owner,
	"gates": entry.gates,
	"step": entry.step,
	"command": command,
	"words": object.get(command, "args", []),
	"position": array.concat(entry.position, [number]),
}

# METADATA
# title: Why a workflow cannot be read
unread(path, workflow) := [lib.doubt(message, places, missing) |
	not readable(workflow)
	missing := lib.missing("workflows", workflow)
	places := {lib.at(path, workflow.line) | is_number(workflow.line)}
	message := $"{path} could not be read"
]

file_of(workflows, path) := workflow if {
	workflow := workflows.files[path]
} else := null

readable(workflow) if {
	lib.observed(workflow)
	is_object(workflow.value.triggers)
	is_array(workflow.value.jobs)
}

jobs_of(workflows, file, caller) := [entry |
	readable(workflows.files[file])
	jobs := workflows.files[file].value.jobs
	some job in jobs
	gates := array.concat(caller.gates, job_gates(file, jobs, job))
	owner := concat("/", [each.id | some each in array.concat(caller.callers, [job])])
	entry := object.union(caller, {"file": file, "home": file, "job": job, "owner": owner, "gates": gates})
]

jobs_called(workflows, jobs) := [entry |
	some caller in jobs
	caller.job.uses.kind == "local-workflow"
	callers := array.concat(caller.callers, [caller.job])
	context := {"root": caller.root, "callers": callers, "gates": caller.gates}
	some entry in jobs_of(workflows, caller.job.uses.path, context)
]

steps_of_jobs(jobs) := [step_entry(entry, entry, entry.file, step, [number]) |
	some entry in jobs
	some number, step in entry.job.steps
]

steps_inside(workflows, steps) := [step_entry(entry.context, entry, file, step, array.concat(entry.position, [number])) |
	some entry in steps
	entry.step.uses.kind == "local-action"
	file := entry.step.uses.path
	lib.observed(workflows.actions[file])
	some number, step in workflows.actions[file].value.steps
]

step_entry(context, outer, file, step, position) := {
	"context": context,
	"file": file,
	"owner": context.owner,
	"gates": array.concat(outer.gates, step_gates(file, step)),
	"step": step,
	"position": position,
}

own_uses(jobs) := [use_entry(entry.file, entry.job.uses) | some entry in jobs]

step_uses(steps) := [use_entry(entry.file, entry.step.uses) | some entry in steps]

use_entry(file, use) := {
	"file": file,
	"line": object.get(use, "line", null),
	"kind": object.get(use, "kind", ""),
	"reference": object.get(use, "reference", ""),
	"path": object.get(use, "path", null),
}

hidden(workflows, use) if {
	use.kind == "local-workflow"
	not callable(workflows, use)
}

hidden(workflows, use) if {
	use.kind == "local-action"
	not usable(workflows, use)
}

hidden(_, use) if not use.kind in {"local-workflow", "local-action", "remote-action", "image"}

callable(workflows, use) if readable(workflows.files[use.path])

usable(workflows, use) if {
	lib.observed(workflows.actions[use.path])
	is_array(workflows.actions[use.path].value.steps)
}

unseen(use) := lib.doubt($"{use.reference} cannot be looked into", {lib.at(use.file, use.line) | is_number(use.line)}, [])

unreadable_scripts(steps) := [lib.doubt(message, places, missing) |
	some entry in steps
	not scripted(entry.step)
	missing := {gap | some gap in lib.missing("workflows", entry.step.commands)}
	places := {lib.at(entry.file, entry.step.line) | is_number(entry.step.line)}
	message := $"a script of {entry.file} cannot be read"
]

# A step runs a script or uses something: one that does neither was not read.
scripted(step) if {
	not step.commands
	is_object(step.uses)
}

scripted(step) if {
	lib.observed(step.commands)
	is_array(step.commands.value)
	every command in step.commands.value { is_string(command.program) }
}
