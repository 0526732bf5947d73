# METADATA
# title: Governance
# description: Outcomes on who maintains a project, how its people authenticate, and how its documents change.
package checks.governance

import data.lib

# METADATA
# title: There are enough current maintainers
enough_maintainers(check, maintainers, least) := outcome if {
	lib.absent(maintainers)
	message := "No document lists the maintainers where it would be looked for."
	outcome := lib.unknown(check, message, [], [])
} else := outcome if {
	maintainers.value.count >= least
	message := $"{maintainers.value.path} lists {maintainers.value.count} current maintainers."
	outcome := lib.pass(check, message, listed(maintainers.value))
} else := outcome if {
	maintainers.value.count < least
	message := $"{maintainers.value.path} lists {maintainers.value.count} current maintainers, and {least} are needed."
	outcome := lib.fail(check, message, listed(maintainers.value))
}

listed(value) := [lib.at(value.path, value.line)]

# METADATA
# title: Members authenticate with two secure factors
two_factors(check, organization) := lib.fail(check, "The organization does not require a second factor.", []) if {
	organization.twoFactorRequired == false
} else := lib.fail(check, $"{organization.insecureMembers} members use no second factor, or an insecure one.", []) if {
	organization.insecureMembers > 0
} else := lib.pass(check, "The organization requires a second factor, and no member uses an insecure one.", []) if {
	organization.twoFactorRequired == true
	organization.insecureMembers == 0
}

# METADATA
# title: The changes of the case were approved by another than their author
case_reviewed(check, reviews) := lib.fail(check, message, []) if {
	reviews.unreviewed.count > 0
	commits := lib.listing([substring(commit, 0, 10) | some commit in reviews.unreviewed.commits])
	message := $"{reviews.unreviewed.count} of {reviews.commits} changes of the case came through no pull request that another approved: {commits}"
} else := lib.pass(check, $"Each of {reviews.commits} changes of the case was approved by another.", []) if {
	reviews.unreviewed.count == 0
	reviews.commits > 0
}

# METADATA
# title: The repository has examples of its own
has_examples(check, examples) := lib.pass(check, $"{count(found)} example specs are in the repository: {lib.listing(found)}.", places) if {
	found := [file.path | some file in examples.files; regex.match(`(^|/)examples?/`, file.path)]
	count(found) > 0
	places := [lib.in_file(path) | some path in array.slice(found, 0, 5)]
} else := lib.fail(check, "No folder of examples has a spec that names its frontend (# syntax=).", []) if {
	count(examples.files) == examples.count
} else := lib.unknown(check, "Not all specs of the repository are in the snapshot.", [], []) if {
	is_number(examples.count)
}
