# METADATA
# title: History
# description: Outcomes on the commits since a claim entered the case.
package checks.history

import data.lib

# METADATA
# title: Every commit carries a sign-off
# description: Merges, told by their parents, and configured bots need none.
signed_off(check, claim, commits) := lib.decide(check, failures, unseen(claim, commits), otherwise) if {
	failures := [lib.finding(message, []) |
		adds_up(commits)
		unsigned := commits.value.unsigned
		unsigned.count > 0
		since := short(commits.value.introduced.commit)
		message := $"{unsigned.count} of {commits.value.commits} commits since {since} carry no sign-off: {shorts(unsigned.commits)}"
	]
	otherwise := judged(check, commits, lib.pass(check, $"{told(commits.value)}, all others signed off.", []))
}

# METADATA
# title: The sign-off is the author's
own_email(check, claim, commits) := lib.decide(check, failures, unseen(claim, commits), otherwise) if {
	failures := [lib.finding(message, []) |
		adds_up(commits)
		other := commits.value.otherEmail
		other.count > 0
		message := $"{other.count} of {commits.value.signed} signed commits have no sign-off with their author's address: {shorts(other.commits)}"
	]
	otherwise := judged(check, commits, lib.pass(check, $"Each of {commits.value.signed} sign-offs has the author's address.", []))
}

judged(_, commits, passed) := passed if commits.value.signed > 0

judged(check, commits, _) := lib.not_applicable(check, $"{told(commits.value)}: none needs a sign-off.", []) if {
	not commits.value.signed > 0
}

told(commits) := $"{commits.commits} commits since {short(commits.introduced.commit)}: {commits.merges} merges, {commits.bots} of bots"

unseen(claim, commits) := [lib.doubt($"{claim} was never seen to enter the case", [], [])] if {
	lib.absent(commits)
} else := [lib.doubt($"the commits since {claim} entered the case are not known", [], lib.missing("claim_history", commits))] if {
	not lib.observed(commits)
} else := [lib.doubt($"the numbers of commits since {claim} entered the case do not add up", [], [])] if {
	not adds_up(commits)
} else := []

# The commit that brought the claim is one of them.
adds_up(commits) if {
	lib.observed(commits)
	numbers := commits.value
	numbers.commits == ((numbers.merges + numbers.bots) + numbers.signed) + numbers.unsigned.count
	numbers.commits > 0
	is_number(numbers.otherEmail.count)
}

shorts(commits) := lib.listing([short(commit) | some commit in commits])

short(commit) := substring(commit, 0, 10)
