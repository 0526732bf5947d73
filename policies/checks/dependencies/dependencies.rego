# METADATA
# title: Dependencies
# description: Outcomes on whether what a project depends on is updated, and on what reports its vulnerabilities.
package checks.dependencies

import data.lib

# METADATA
# title: Every manifest is in an open entry of dependabot.yml
# description: >-
#   Of these ecosystems, and as far as it names a dependency. Another updater may do it instead, which a person has to judge.
covered(check, manifests, dependabot, renovate, ecosystems) := lib.decide(check, failures, doubts, otherwise) if {
	is_array(manifests.manifests)
	judged := [manifest | some manifest in manifests.manifests; ecosystems[manifest.ecosystem]]
	open_lines := {update.line | some update in dependabot.value.updates; update.limit > 0}
	whole_lines := {update.line | some update in dependabot.value.updates; update.limit > 0; update.narrowed == []}
	uncovered := [manifest | some manifest in judged; count({line | some line in manifest.entries} & open_lines) == 0]
	naming := [manifest | some manifest in uncovered; manifest.dependencies == true]
	partly := [lib.doubt(message, [lib.in_file(manifest.path)], []) |
		some manifest in judged
		manifest.dependencies == true
		count({line | some line in manifest.entries} & open_lines) > 0
		count({line | some line in manifest.entries} & whole_lines) == 0
		message := $"the entry of {manifest.path} has options that may leave a part of it out"
	]
	failures := [lib.finding(message, [lib.in_file(manifest.path)]) |
		lib.absent(renovate)
		told(dependabot)
		some manifest in naming
		message := $"{manifest.path} is in no open {manifest.ecosystem} entry of dependabot.yml"
	]
	elsewhere := [lib.doubt("Renovate may update what dependabot.yml does not", [], lib.missing("renovate", renovate)) |
		not lib.absent(renovate)
		count(naming) > 0
	]
	unread := [lib.doubt(message, [lib.in_file(manifest.path)], []) |
		some manifest in uncovered
		not is_boolean(manifest.dependencies)
		message := $"whether {manifest.path} names a dependency is not known"
	]
	untold := [lib.doubt("the entries of dependabot.yml are not known", [], lib.missing("dependabot", dependabot)) | not told(dependabot)]
	more := [lib.doubt("not all manifests are in the snapshot", [], []) | manifests.count != count(manifests.manifests)]
	doubts := array.flatten([elsewhere, unread, untold, more, partly])
	otherwise := lib.pass(check, $"Each of {count(judged)} manifests that names a dependency is in an open entry.", [])
}

told(dependabot) if lib.absent(dependabot)

told(dependabot) if {
	lib.observed(dependabot)
	is_array(dependabot.value.updates)
}

# METADATA
# title: Every entry has a manifest
entries_used(check, manifests, dependabot) := lib.decide(check, failures, [], otherwise) if {
	used := {line | some manifest in manifests.manifests; some line in manifest.entries}
	known := {manifest.ecosystem | some manifest in manifests.manifests}
	failures := [lib.finding(message, [lib.at(dependabot.path, update.line)]) |
		some update in dependabot.updates
		not used[update.line]
		message := $"no manifest is in the {update.ecosystem} entry at line {update.line}"
	]
	otherwise := lib.pass(check, $"Each of {count(dependabot.updates)} entries has a manifest ({lib.listing(known)}).", [])
}

# METADATA
# title: No rule ignores all updates for good
nothing_muted(check, dependabot) := lib.decide(check, failures, [], otherwise) if {
	failures := [lib.finding(message, [lib.at(dependabot.path, rule.line)]) |
		some update in dependabot.updates
		some rule in update.ignores
		rule.always == true
		message := $"updates of {rule.dependency} are ignored for good"
	]
	otherwise := lib.pass(check, "No rule ignores all versions of a dependency.", [])
}

# METADATA
# title: An app reports on the recent pull requests
app_reports(check, apps, slug) := lib.pass(check, $"{slug} reported on {number} of {apps.pullRequests} recent pull requests.", []) if {
	number := apps.apps[slug]
	number > 0
} else := lib.fail(check, $"{slug} reported on none of {apps.pullRequests} recent pull requests.", []) if {
	is_object(apps.apps)
	apps.pullRequests > 0
} else := lib.unknown(check, "There is no recent pull request.", [], []) if {
	apps.pullRequests == 0
}

# METADATA
# title: Dependabot alerts and security updates are on
alerts_on(check, settings) := lib.fail(check, $"{lib.listing(lacking)} are switched off.", []) if {
	features := {"Dependabot alerts": object.get(settings, "dependabotAlerts", null), "security updates": object.get(settings, "dependabotUpdates", null)}
	lacking := [name | some name, on in features; on == false]
	count(lacking) > 0
} else := lib.pass(check, "Dependabot alerts and security updates are on.", []) if {
	settings.dependabotAlerts == true
	settings.dependabotUpdates == true
} else := lib.unknown(check, "Whether Dependabot alerts and security updates are on is not told.", [], []) if {
	is_object(settings)
}
