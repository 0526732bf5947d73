# METADATA
# title: Badges
# description: Outcomes on the badges that a section shows, and on what they are of.
package checks.badges

import data.lib

# METADATA
# title: A section shows a badge of each of these services
shown(check, key, target, services) := lib.decide(check, failures, unread(key, target), otherwise) if {
	lacking := services - {badge.service | some badge in badges_of(target)}
	gone := [lib.finding($"{key} is not there", []) | lib.absent(target.section)]
	unshown := [lib.finding(message, places(target, [target.section.value])) |
		is_read(target)
		some service in lacking
		message := $"{key} shows no badge of {service}"
	]
	failures := array.concat(gone, unshown)
	otherwise := lib.pass(check, $"{key} shows badges of {lib.listing(services)}.", places(target, badges_of(target)))
}

# METADATA
# title: The Scorecard badge is this repository's
of_repository(check, key, target, repository) := lib.decide(check, failures, doubts, otherwise) if {
	shown_ones := [badge | some badge in badges_of(target); badge.service == "scorecard"]
	others := [badge | some badge in shown_ones; is_other(badge, repository)]
	failures := [lib.finding(message, places(target, [badge])) |
		some badge in others
		message := $"the Scorecard badge is of {badge.project}"
	]
	unsure := [lib.doubt("which repository this is, is not known", [], lib.missing("repository", repository)) |
		not named(repository)
	]
	none := [lib.doubt($"{key} shows no Scorecard badge", [], []) | is_read(target); count(shown_ones) == 0]
	doubts := array.flatten([unread(key, target), unsure, none])
	otherwise := lib.pass(check, "The Scorecard badge is of this repository.", places(target, shown_ones))
}

# METADATA
# title: The Best Practices entry is this repository's
# description: Given the entry, which is fetched.
entry_of_repository(check, key, target, repository, entry) := lib.decide(check, failures, doubts, otherwise) if {
	shown_ones := [badge | some badge in badges_of(target); badge.service == "best-practices"]
	unseen := [lib.doubt("the entry cannot be read", [], lib.unreadable("badge_entry")) | not is_entry(entry)]
	mistaken := [lib.finding(message, places(target, [badge])) |
		some badge in shown_ones
		badge.project != entry.project
		message := $"the badge is of project {badge.project}, and the entry of project {entry.project}"
	]
	other := [lib.finding($"the entry {entry.project} is of {entry.repository}", []) |
		named(repository)
		trim_suffix(trim_suffix(entry.repository, "/"), ".git") != $"https://{name_of(repository)}"
	]
	failures := array.concat(mistaken, other)
	unsure := [lib.doubt("which repository this is, is not known", [], lib.missing("repository", repository)) |
		not named(repository)
	]
	none := [lib.doubt($"{key} shows no Best Practices badge", [], []) | is_read(target); count(shown_ones) == 0]
	doubts := array.flatten([unread(key, target), unsure, none, unseen])
	otherwise := lib.pass(check, "The Best Practices entry is of this repository.", places(target, shown_ones))
}

# METADATA
# title: A workflow publishes Scorecard results
results_published(check, files) := lib.pass(check, $"{path} publishes Scorecard results.", [lib.at(path, line)]) if {
	some path, line in publishing(files)
} else := lib.unknown(check, "No workflow that can be read publishes Scorecard results.", [], []) if {
	some _, workflow in files
	not lib.observed(workflow)
} else := lib.fail(check, "No workflow publishes Scorecard results.", []) if {
	is_object(files)
}

is_entry(entry) if {
	is_string(entry.project)
	is_string(entry.repository)
}

publishing(files) := {path: min(lines) |
	some path, workflow in files
	lines := {step.uses.line |
		some job in workflow.value.jobs
		some step in job.steps
		step.uses.action == "ossf/scorecard-action"
		step.inputs.publish_results == "true"
	}
	count(lines) > 0
}

unread(key, target) := [lib.doubt($"the badges that {key} shows are not known", [], lib.missing("targets", section)) |
	section := object.get(target, "section", null)
	not lib.absent(section)
	not is_read(target)
]

badges_of(target) := target.section.value.badges if {
	is_read(target)
} else := []

is_read(target) if {
	lib.observed(target.section)
	is_array(target.section.value.badges)
}

is_other(badge, repository) if {
	named(repository)
	badge.project != name_of(repository)
}

named(repository) if {
	lib.observed(repository)
	is_string(name_of(repository))
}

name_of(repository) := lower(concat("/", [repository.value.host, repository.value.owner, repository.value.name]))

places(target, found) := {lib.at(target.path, each.line) | some each in found}
