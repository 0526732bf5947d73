package checks.workflows

import data.lib

# METADATA
# title: It runs on every pull request to the default branch
on_pull_requests(check, path, workflow) := lib.decide(check, failures, doubts, otherwise) if {
	failures := array.flatten([untriggered(path, workflow), unbranched(path, workflow), untyped(path, workflow)])
	doubts := array.flatten([unread(path, workflow), unknown_branch(path, workflow), called(path, workflow)])
	places := {lib.at(path, line_of(workflow.value.triggers.pull_request)) | workflow.value.triggers.pull_request}
	otherwise := lib.pass(check, $"{path} runs on pull requests to the default branch.", places)
}

untriggered(path, workflow) := [lib.finding(message, [lib.in_file(path)]) |
	readable(workflow)
	not workflow.value.triggers.pull_request
	not workflow.value.triggers.workflow_call
	message := $"{path} does not run on pull requests"
]

# A caller may run on pull requests, with filters and conditions of its own.
called(path, workflow) := [lib.doubt(message, [lib.at(path, line_of(workflow.value.triggers.workflow_call))], []) |
	readable(workflow)
	not workflow.value.triggers.pull_request
	workflow.value.triggers.workflow_call
	message := $"{path} runs where another workflow calls it; cite the one that runs on pull requests"
]

unbranched(path, workflow) := [lib.finding(message, [lib.at(path, line_of(places))]) |
	trigger := workflow.value.triggers.pull_request
	lib.observed(trigger.defaultBranch)
	trigger.defaultBranch.value.starts == false
	places := object.union(trigger, trigger.defaultBranch.value)
	message := $"the branch filters of {path} leave the default branch out"
]

untyped(path, workflow) := [lib.finding(message, [lib.at(path, line_of(trigger))]) |
	trigger := workflow.value.triggers.pull_request
	types := trigger.types
	some activity in ["opened", "synchronize"]
	not activity in types
	message := $"{path} does not run when a pull request is {activity} (types)"
]

unknown_branch(path, workflow) := [lib.doubt(message, [], missing) |
	trigger := workflow.value.triggers.pull_request
	not branch_told(trigger)
	missing := {entry | some entry in lib.missing("default_branch", trigger.defaultBranch)}
	message := $"whether {path} runs for the default branch is not known"
]

branch_told(trigger) if {
	lib.observed(trigger.defaultBranch)
	is_boolean(trigger.defaultBranch.value.starts)
}
