# METADATA
# title: Branch rules
# description: Outcomes on the rules in force on the default branch.
package checks.branch_rules

import data.checks.workflows
import data.lib

# METADATA
# title: A status check is required, from the app that should report it
# description: A check that any app may report can be faked by whoever may write statuses.
requires_from(check, rules, contexts, apps) := lib.pass(check, message, []) if {
	found := [required.context | some required in rules.requiredChecks; required.context in contexts; required.app in apps]
	count(found) > 0
	message := $"{rules.branch} requires {lib.listing(found)}."
} else := lib.fail(check, message, []) if {
	found := [required.context | some required in rules.requiredChecks; required.context in contexts]
	count(found) > 0
	message := $"{rules.branch} requires {lib.listing(found)}, but not from {lib.listing(apps)}: another app can report it."
} else := lib.fail(check, $"{rules.branch} requires no status check named {lib.listing(contexts)}.", []) if {
	is_array(rules.requiredChecks)
}

# METADATA
# title: The check of each job is required
# description: >-
#   From GitHub Actions or from any app. Further doubts are what keeps the jobs from being known; a job of another workflow
#   whose check has the same name can report in its place.
requires_jobs(check, rules, files, jobs, further) := lib.decide(check, failures, doubts, otherwise) if {
	is_array(rules.requiredChecks)
	is_object(files)
	accepted := {required.context | some required in rules.requiredChecks; from_actions(required)}
	failures := array.concat(lacking(rules, accepted, jobs), lacking_prefix(rules, accepted, jobs))
	none := [lib.doubt("no job is known whose check should be required", [], []) | count(jobs) == 0]
	doubts := array.flatten([further, none, unclear(jobs), rivalled(files, jobs)])
	message := $"{rules.branch} requires {lib.listing({name | some entry in jobs; some name in contexts_of(entry)})}."
	otherwise := lib.pass(check, message, {place | some entry in jobs; some place in places(entry)})
}

from_actions(required) if object.get(required, "app", "github-actions") == "github-actions"

lacking(rules, accepted, jobs) := [lib.finding(message, places(entry)) |
	some entry in jobs
	some name in contexts_of(entry)
	not name in accepted
	message := $"{rules.branch} does not require the check '{name}'"
]

lacking_prefix(rules, accepted, jobs) := [lib.finding(message, places(entry)) |
	some entry in jobs
	not contexts_of(entry)
	prefix := known_prefix(entry)
	count({name | some name in accepted; startswith(name, prefix)}) == 0
	message := $"{rules.branch} requires no check whose name starts with '{prefix}'"
]

unclear(jobs) := [lib.doubt(message, places(entry), []) |
	some entry in jobs
	not contexts_of(entry)
	message := $"the names of the checks of job {entry.job.id} cannot be told"
]

rivalled(files, jobs) := [doubt |
	some entry in jobs
	some file, workflow in files
	file != entry.root
	some doubt in rivals(entry, file, workflow)
]

rivals(entry, file, workflow) := array.concat(workflows.unread(file, workflow), same_names(entry, file, workflow))

same_names(entry, file, workflow) := [lib.doubt(message, {lib.at(file, line) | line := job.line}, []) |
	some event in {"pull_request", "pull_request_target"}
	workflow.value.triggers[event]
	some job in workflow.value.jobs
	some name in (names_of(job) & contexts_of(entry))
	message := $"{file} has a job, too, whose check is named '{name}'"
]

places(entry) := {lib.at(entry.home, line) | line := entry.job.line}
