package checks.workflows

import data.lib

# METADATA
# title: Where the gates of a step stand
gate_places(gates) := [lib.at(gate.file, gate.line) | some gate in gates]

# METADATA
# title: A gate inside a script
# description: The command runs only when something else in its script says so.
script_gates(entry) := [gate |
	object.get(entry.command, "conditional", false) != false
	what := $"{entry.command.program} runs only under a condition of its script"
	gate := {"what": what, "file": entry.file, "line": line_of(entry.command), "certain": false}
]

# Conditions with which a job or step runs whatever became of those before it, and those that hold on every pull request.
unconditional := {"always()", "!cancelled()"}

harmless_conditions := unconditional | {
	"success()",
	"success()||failure()",
	"failure()||success()",
	"github.event_name=='pull_request'",
}

job_gates(file, jobs, job) := array.flatten([
	conditional(file, $"job {job.id}", object.get(job, "if", null)),
	skipping(file, jobs, job),
	continuing(file, $"job {job.id}", object.get(job, "continueOnError", null)),
	elsewhere(file, job),
])

# What is checked out beside the pull request, into a folder of its own, is no matter.
elsewhere(file, job) := [gate |
	some step in job.steps
	step.uses.action == "actions/checkout"
	inputs := object.get(step, "inputs", {})
	not inputs.path
	named := {name: value | some name in ["ref", "repository"]; value := inputs[name]}
	count(named) > 0
	constants := [value | some value in named; is_string(value)]
	what := $"job {job.id} checks out something else than the pull request"
	gate := {"what": what, "file": file, "line": line_of(step.uses), "certain": count(constants) > 0}
]

step_gates(file, step) := array.concat(
	conditional(file, "the step", object.get(step, "if", null)),
	continuing(file, "the step", object.get(step, "continueOnError", null)),
)

# A job is skipped, too, when one that it needs is.
skipping(file, jobs, job) := [gate |
	needed := graph.reachable({other.id: heeded(other) | some other in jobs}, {job.id})
	some other in jobs
	other.id != job.id
	other.id in needed
	some gate in conditional(file, $"job {other.id}, which {job.id} needs,", object.get(other, "if", null))
]

heeded(job) := [] if {
	bare(job["if"]) in unconditional
} else := object.get(job, "needs", [])

conditional(file, owner, condition) := [gate |
	not is_null(condition)
	not harmless(condition)
	gate := {"what": $"{owner} runs only under a condition", "file": file, "line": line_of(condition), "certain": true}
]

harmless(condition) if condition.value == true

harmless(condition) if bare(condition) in harmless_conditions

bare(condition) := trim_suffix(trim_prefix(lower(replace(condition.expression, " ", "")), "${{"), "}}")

continuing(file, owner, setting) := [gate |
	not is_null(setting)
	not stopping(setting)
	what := $"{owner} has continue-on-error"
	gate := {"what": what, "file": file, "line": line_of(setting), "certain": certain(setting)}
]

stopping(setting) if setting.value == "false"

certain(setting) if {
	setting.value == "true"
} else := false

line_of(something) := something.line if {
	is_number(something.line)
} else := 1
