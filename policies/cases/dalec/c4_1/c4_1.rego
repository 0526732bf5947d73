# METADATA
# title: Reports have a private channel
# description: >-
#   The policy names a private way to report a vulnerability, and that way is open.
# custom:
#   claim: C4.1
#   strategy: S4
#   statement: sha256:4b9b858b746d5c6aa6c8f4cc4490458ead431d09da68dfeecef37932cc8f9977
#   criteria:
#     - {id: vulnerability_report_process, relation: supports}
#     - {id: vulnerability_report_private, relation: supports}
#   checks:
#     channel:
#       title: The section names a private channel
#       weight: required
#       grade: declared
#       each: section
#       facts: [targets]
#       remedy: Link this repository's advisory form, or name an address, in the cited section.
#     enabled:
#       title: Private vulnerability reporting is on
#       weight: required
#       grade: observed
#       facts: [targets, vulnerability_reporting]
#       remedy: Switch private vulnerability reporting on in the repository's settings.
#     response-time:
#       title: A response time is promised
#       weight: advisory
#       grade: declared
#       each: section
#       facts: [targets]
#       remedy: Say within how many days a report is answered.
package cases.dalec.c4_1

import data.checks.documents
import data.checks.reporting
import data.lib

claim := "C4.1"

repository := object.get(input.facts, "repository", null)

cited := {key: object.get(input.facts.targets.value.targets, key, {}) | some key in lib.cited_sections(input.case.claims, claim)}

outcomes contains lib.for_subject(outcome, key) if {
	some key, target in cited
	some outcome in [
		reporting.channel("channel", key, target, repository),
		documents.states("response-time", key, target, {"duration", "response"}),
	]
}

outcomes contains reporting.enabled("enabled", cited, repository, input.facts.vulnerability_reporting)
