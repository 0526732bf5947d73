# METADATA
# title: Vulnerability reporting
# description: Outcomes on the channel for reports, and on the advisories that follow.
package checks.reporting

import data.lib

# METADATA
# title: A section names a private channel
# description: The repository's own advisory form, or an address; given the fact of the repository's identity.
channel(check, key, target, repository) := lib.decide(check, failures, doubts, otherwise) if {
	section := object.get(target, "section", null)
	channels := channels_of(target)
	usable := [found | some found in channels; is_usable(found, repository)]
	gone := [lib.finding($"{key} is not there", []) | lib.absent(section)]
	none := [lib.finding($"{key} names no private channel", places(target, [section.value])) |
		is_array(section.value.channels)
		count(channels) == 0
	]
	foreign := [lib.finding(message, places(target, [found])) |
		count(usable) == 0
		some found in channels
		is_foreign(found, repository)
		message := $"{key} names the advisory form of {found.repository}, which is another repository"
	]
	failures := array.flatten([gone, none, foreign])
	unread := [lib.doubt($"the channels that {key} names are not known", [], lib.missing("targets", section)) |
		not lib.absent(section)
		not is_read(section)
	]
	unsure := [lib.doubt(message, places(target, [found]), lib.missing("repository", repository)) |
		count(usable) == 0
		some found in channels
		not is_foreign(found, repository)
		message := $"whether the advisory form in {key} is this repository's is not known"
	]
	doubts := array.concat(unread, unsure)
	kinds := lib.listing([found.kind | some found in usable])
	otherwise := lib.pass(check, $"{key} names a private channel ({kinds}).", places(target, usable))
}

# METADATA
# title: Private reporting is on where its form is the channel
# description: Given the targets of the sections that name the channel, by key, and the fact of the setting.
enabled(check, targets, repository, setting) := lib.pass(check, "Private vulnerability reporting is on.", []) if {
	setting.value.enabled == true
} else := outcome if {
	count(targets) > 0
	every target in targets { is_read(object.get(target, "section", null)) }
	count([found | some target in targets; some found in channels_of(target); found.kind == "advisory-form"]) == 0
	outcome := lib.not_applicable(check, "No advisory form is named as the channel.", [])
} else := outcome if {
	setting.value.enabled == false
	forms := own_forms(targets, repository)
	count(forms) > 0
	message := "The advisory form is named as the channel, and private vulnerability reporting is off."
	outcome := lib.fail(check, message, forms)
} else := lib.unknown(check, "Whether the named channel needs private vulnerability reporting, and whether that is on, is not known.", [], [])

own_forms(targets, repository) := {place |
	some target in targets
	some found in channels_of(target)
	found.kind == "advisory-form"
	is_usable(found, repository)
	some place in places(target, [found])
}

# METADATA
# title: Advisories are published
published(check, advisories) := lib.pass(check, $"{advisories.published} advisories are published.", []) if {
	advisories.published > 0
} else := lib.not_applicable(check, "No advisory has been needed so far: none is published.", []) if {
	advisories.published == 0
}

channels_of(target) := target.section.value.channels if {
	is_read(object.get(target, "section", null))
} else := []

is_read(section) if {
	lib.observed(section)
	is_array(section.value.channels)
}

is_usable(found, _) if found.kind == "email"

is_usable(found, repository) if {
	found.kind == "advisory-form"
	lib.observed(repository)
	found.repository == own(repository)
}

is_foreign(found, repository) if {
	found.kind == "advisory-form"
	lib.observed(repository)
	found.repository != own(repository)
}

own(repository) := lower(concat("/", [repository.value.owner, repository.value.name])) if repository.value.host == "github.com"

places(target, found) := {lib.at(target.path, each.line) | some each in found}
