# METADATA
# title: History
# description: Outcomes on the commits since a claim entered the case.
package checks.history

import data.lib

# METADATA
# title: Every commit carries a sign-off
# description: Merges, told by their parents, and configured bots need none.
signed_off(check, claim, commits) := unseen(check, claim, commits) if not adds_up(commits)

signed_off(check, _, commits) := lib.decide(check, failures, [], otherwise) if {
	adds_up(commits)
	numbers := commits.value
	since := short(numbers.introduced.commit)
	failures := [lib.finding(message, []) |
		numbers.unsigned.count > 0
		message := $"{numbers.unsigned.count} of {numbers.commits} commits since {since} carry no sign-off: {shorts(numbers.unsigned)}"
	]
	otherwise := judged(check, numbers, lib.pass(check, $"{told(numbers)}, all others signed off.", []))
}

# METADATA
# title: The sign-off is the author's
own_email(check, claim, commits) := unseen(check, claim, commits) if not adds_up(commits)

own_email(check, _, commits) := lib.decide(check, failures, [], otherwise) if {
	adds_up(commits)
	numbers := commits.value
	other := numbers.otherEmail
	failures := [lib.finding(message, []) |
		other.count > 0
		message := $"{other.count} of {numbers.signed} signed commits have no sign-off with their author's address: {shorts(other)}"
	]
	otherwise := judged(check, numbers, lib.pass(check, $"Each of {numbers.signed} sign-offs has the author's address.", []))
}

# METADATA
# title: The commits since a claim entered the case
# description: An envelope of their numbers and the commit that brought it, or why that is not known.
since(history, claim) := {"status": "observed", "value": object.union(numbers, {"introduced": introduced.value})} if {
	introduced := history.claims[claim]
	lib.observed(introduced)
	numbers := object.get(history.since, introduced.value.commit, {})
} else := object.get(history.claims, claim, null)

judged(_, numbers, passed) := passed if numbers.signed > 0

judged(check, numbers, _) := lib.not_applicable(check, $"{told(numbers)}: none needs a sign-off.", []) if numbers.signed == 0

told(commits) := $"{commits.commits} commits since {short(commits.introduced.commit)}: {commits.merges} merges, {commits.bots} of bots"

unseen(check, claim, commits) := lib.unknown(check, $"{claim} was never seen to enter the case.", [], []) if {
	lib.absent(commits)
} else := lib.unknown(check, $"The commits since {claim} entered the case are not known.", [], lib.missing("claim_history", commits)) if {
	not lib.observed(commits)
} else := lib.unknown(check, $"The numbers of commits since {claim} entered the case do not add up.", [], [])

# The commit that brought the claim is one of them.
adds_up(commits) if {
	lib.observed(commits)
	numbers := commits.value
	numbers.commits == ((numbers.merges + numbers.bots) + numbers.signed) + numbers.unsigned.count
	numbers.commits > 0
	is_number(numbers.otherEmail.count)
	is_string(numbers.introduced.commit)
}

# The collector names the first 50: five are told, and how many more there are.
shorts(listed) := concat("", [concat(", ", [short(commit) | some commit in array.slice(listed.commits, 0, 5)]), rest]) if {
	rest := concat("", [$" and {listed.count - 5} more" | listed.count > 5])
}

short(commit) := substring(commit, 0, 10)
