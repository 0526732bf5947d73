# METADATA
# title: Badges show where the project stands
# description: >-
#   The section shows badges of OpenSSF Scorecard and of Best Practices, both of this repository.
# custom:
#   claim: C5.2
#   strategy: S5
#   statement: sha256:f9198a53539a3c7a06e4a25d27126d5036bf8698c88e5ad550cdc3d0ce81e472
#   criteria:
#     - {id: documentation_achievements, relation: supports}
#   checks:
#     shown:
#       title: The section shows both badges
#       weight: required
#       grade: observed
#       each: section
#       facts: [targets]
#       remedy: Show the badges of Scorecard and of Best Practices in the cited section.
#     scorecard:
#       title: The Scorecard badge is of this repository
#       weight: required
#       grade: observed
#       each: section
#       facts: [targets, repository]
#       remedy: Point the Scorecard badge at this repository.
#     best-practices:
#       title: The Best Practices entry is of this repository
#       weight: required
#       grade: observed
#       each: section
#       facts: [targets, repository, badge_entry]
#       remedy: Correct the repository of the entry, or the number in the badge.
#     results-published:
#       title: A workflow publishes Scorecard results
#       weight: advisory
#       grade: observed
#       facts: [workflows]
#       remedy: Run ossf/scorecard-action with publish_results in a workflow.
package cases.dalec.c5_2

import data.checks.badges
import data.lib

claim := "C5.2"

services := {"best-practices", "scorecard"}

repository := object.get(input.facts, "repository", null)

outcomes contains lib.for_subject(outcome, key) if {
	some key in lib.cited_sections(input.case.claims, claim)
	target := object.get(input.facts.targets.value.targets, key, {})
	some outcome in [
		badges.shown("shown", key, target, services),
		badges.of_repository("scorecard", key, target, repository),
	]
}

outcomes contains lib.for_subject(outcome, key) if {
	some key in lib.cited_sections(input.case.claims, claim)
	target := object.get(input.facts.targets.value.targets, key, {})
	entry := input.facts.badge_entry.value
	outcome := badges.entry_of_repository("best-practices", key, target, repository, entry)
}

outcomes contains badges.results_published("results-published", input.facts.workflows.value.files)
