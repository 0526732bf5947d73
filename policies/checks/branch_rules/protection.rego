package checks.branch_rules

import data.checks.workflows
import data.lib

# METADATA
# title: Changes need a pull request that somebody approved
needs_approval(check, rules, least) := lib.fail(check, $"{rules.branch} takes changes without a pull request.", []) if {
	rules.pullRequests.required == false
} else := lib.fail(check, message, []) if {
	rules.pullRequests.approvals < least
	message := $"{rules.branch} asks for {rules.pullRequests.approvals} approvals of a pull request, and {least} are needed."
} else := lib.pass(check, message, []) if {
	rules.pullRequests.required == true
	rules.pullRequests.approvals >= least
	message := $"{rules.branch} takes changes by pull requests only, with {rules.pullRequests.approvals} approvals."
} else := untold(check, rules, "how changes come to it")

# METADATA
# title: At least one status check is required
needs_checks(check, rules) := lib.fail(check, $"{rules.branch} requires no status check.", []) if {
	rules.requiredChecks == []
} else := lib.pass(check, $"{rules.branch} requires {lib.listing(contexts)}.", []) if {
	contexts := [required.context | some required in rules.requiredChecks]
	count(contexts) > 0
} else := untold(check, rules, "which checks it requires")

# METADATA
# title: What was merged cannot be rewritten or deleted
keeps_history(check, rules) := lib.fail(check, $"{rules.branch} allows {lib.listing(allowed)}.", []) if {
	settings := {"force pushes": object.get(rules, "forcePushes", ""), "deletion": object.get(rules, "deletion", "")}
	allowed := [what | some what, setting in settings; setting == "allowed"]
	count(allowed) > 0
} else := lib.pass(check, $"{rules.branch} blocks force pushes and deletion.", []) if {
	rules.forcePushes == "blocked"
	rules.deletion == "blocked"
} else := untold(check, rules, "whether its history can be rewritten")

# METADATA
# title: Nobody may bypass the rules
without_bypass(check, rules) := lib.fail(check, $"{rules.bypass} may bypass the rules of {rules.branch}.", []) if {
	rules.bypass > 0
} else := lib.pass(check, $"Nobody may bypass the rules of {rules.branch}.", []) if {
	rules.bypass == 0
} else := untold(check, rules, "who may bypass its rules")

# METADATA
# title: The recent pull requests were approved by another than their author
approved(check, pulls) := lib.fail(check, message, []) if {
	count(pulls.unapproved) > 0
	numbers := lib.listing([concat("", ["#", format_int(number, 10)]) | some number in pulls.unapproved])
	message := $"{count(pulls.unapproved)} of {pulls.count} recent pull requests were merged without the approval of another: {numbers}."
} else := lib.pass(check, $"Each of the {pulls.count} recent pull requests was approved by another.", []) if {
	pulls.unapproved == []
	pulls.count > 0
} else := lib.not_applicable(check, "No pull request was merged yet.", []) if {
	pulls.unapproved == []
	pulls.count == 0
}

# METADATA
# title: CODEOWNERS has no errors
codeowners_valid(check, codeowners) := lib.not_applicable(check, "There is no CODEOWNERS file.", []) if {
	lib.absent(codeowners)
} else := lib.pass(check, "GitHub finds no error in CODEOWNERS.", []) if {
	codeowners.value.errors == 0
} else := lib.fail(check, $"GitHub finds {codeowners.value.errors} errors in CODEOWNERS.", []) if {
	codeowners.value.errors > 0
}

# METADATA
# title: A job with a required check always reports
# description: >-
#   A workflow that its path filters keep from starting reports nothing, and the pull request waits for ever, or the check is
#   no longer required. Checks that no job of the repository is known to report come from an app.
always_reports(check, rules, files) := lib.decide(check, failures, doubts, otherwise) if {
	is_array(rules.requiredChecks)
	is_object(files)
	contexts := {required.context | some required in rules.requiredChecks}
	failures := [lib.finding(message, [lib.at(path, job.line)]) |
		some path, workflow in files
		filtered(workflow)
		some job in workflow.value.jobs
		some name in (names_of(job) & contexts)
		message := $"the required check '{name}' is not reported where the path filters of {path} do not let it start"
	]
	doubts := [doubt | some path, workflow in files; some doubt in workflows.unread(path, workflow)]
	otherwise := lib.pass(check, "No path filter keeps a required check from reporting.", [])
}

# METADATA
# title: The required checks run on a change to one path
runs_on(check, path, rules, files, filters) := lib.decide(check, failures, doubts, otherwise) if {
	is_array(rules.requiredChecks)
	is_object(files)
	contexts := {required.context | some required in rules.requiredChecks}
	failures := [lib.finding(message, [lib.at(file, job.line)]) |
		some file, workflow in files
		filters[file].value.watched[path].starts == false
		some job in workflow.value.jobs
		some name in (names_of(job) & contexts)
		message := $"the required check '{name}' does not run on a change to {path} alone"
	]
	unread := [doubt | some file, workflow in files; some doubt in workflows.unread(file, workflow)]
	unfiltered := [lib.doubt(message, [lib.in_file(file)], []) |
		some file, workflow in files
		workflow.value.triggers.pull_request
		not is_watched(filters, file, path)
		message := $"whether a change to {path} starts {file} is not known"
	]
	none := [lib.doubt($"{rules.branch} requires no check", [], []) | count(contexts) == 0]
	doubts := array.flatten([unread, unfiltered, none])
	otherwise := lib.pass(check, $"The required checks run on a change to {path}, too.", [])
}

is_watched(filters, file, path) if is_boolean(filters[file].value.watched[path].starts)

filtered(workflow) if count(workflow.value.triggers.pull_request.paths) > 0

filtered(workflow) if count(workflow.value.triggers.pull_request.pathsIgnore) > 0

untold(check, rules, what) := lib.unknown(check, $"The rules of {rules.branch} do not tell {what}.", [], []) if {
	is_string(rules.branch)
}
