# METADATA
# title: Branch rules
# description: Outcomes on the rules in force on the default branch.
package checks.branch_rules

import data.lib

# METADATA
# title: A status check is required, from the app that should report it
# description: A check that any app may report can be faked by whoever may write statuses.
requires_from(check, rules, contexts, apps) := lib.pass(check, message, []) if {
	found := [required | some required in rules.requiredChecks; required.context in contexts; required.app in apps]
	count(found) > 0
	message := $"{rules.branch} requires {lib.listing([required.context | some required in found])}."
} else := lib.fail(check, message, []) if {
	found := [required | some required in rules.requiredChecks; required.context in contexts]
	count(found) > 0
	named := lib.listing([required.context | some required in found])
	message := $"{rules.branch} requires {named}, but not from {lib.listing(apps)}: another app can report it."
} else := lib.fail(check, $"{rules.branch} requires no status check named {lib.listing(contexts)}.", []) if {
	is_array(rules.requiredChecks)
}

# METADATA
# title: The check of each job is required
# description: The name of a job's check is its name, else its identifier; a matrix adds its values in parentheses.
requires_jobs(check, rules, jobs) := lib.decide(check, failures, doubts, otherwise) if {
	is_array(rules.requiredChecks)
	failures := [lib.finding(message, [lib.at(entry.file, entry.job.line)]) |
		some entry in jobs
		not required(rules, entry.job)
		message := $"{rules.branch} does not require the check of job {entry.job.id}"
	]
	doubts := [lib.doubt("no job is known whose check should be required", [], []) | count(jobs) == 0]
	otherwise := lib.pass(check, $"{rules.branch} requires the checks of {lib.listing([entry.job.id | some entry in jobs])}.", [])
}

required(rules, job) if {
	some check in rules.requiredChecks
	check.context == context(job)
}

required(rules, job) if {
	job.matrix
	some check in rules.requiredChecks
	startswith(check.context, $"{context(job)} (")
}

context(job) := object.get(job, "name", job.id)
