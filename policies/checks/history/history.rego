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
		lib.observed(commits)
		unsigned := commits.value.unsigned
		not unsigned.count == 0
		message := $"{unsigned.count} of {commits.value.commits} commits since {short(commits.value.introduced.commit)} carry no sign-off: {shorts(unsigned.commits)}"
	]
	otherwise := lib.pass(check, $"{told(commits.value)}, all others signed off.", [])
}

# METADATA
# title: The sign-off is the author's
own_email(check, claim, commits) := lib.decide(check, failures, unseen(claim, commits), otherwise) if {
	failures := [lib.finding(message, []) |
		lib.observed(commits)
		other := commits.value.otherEmail
		not other.count == 0
		message := $"{other.count} of {commits.value.signed} signed commits have no sign-off with their author's address: {shorts(other.commits)}"
	]
	otherwise := lib.pass(check, $"Each of {commits.value.signed} sign-offs has the author's address.", [])
}

told(commits) := $"{commits.commits} commits since {short(commits.introduced.commit)}: {commits.merges} merges, {commits.bots} of bots"

unseen(claim, commits) := [lib.doubt($"the commits since {claim} entered the case are not known", [], missing) |
	missing := lib.missing("claim_history", commits)
	count(missing) > 0
]

unseen(claim, commits) := [lib.doubt($"{claim} was never seen to enter the case", [], [])] if lib.absent(commits)

shorts(commits) := lib.listing([short(commit) | some commit in commits])

short(commit) := substring(commit, 0, 10)
