# METADATA
# title: Somebody coordinates security response
# description: >-
#   The cited section names who coordinates the response to a report.
# custom:
#   claim: C4.3
#   strategy: S4
#   statement: sha256:6388d1382fe1a9b9c6f6ae2e9bc0439e6ccd49d8f0e9e8dfcfc50979845577ed
#   criteria:
#     - {id: roles_responsibilities, relation: partial}
#     - {id: vulnerability_response_process, relation: partial}
#   checks:
#     coordinator:
#       title: The section names who coordinates
#       weight: required
#       grade: declared
#       each: section
#       facts: [targets]
#       remedy: Say in the cited section that the maintainers coordinate the response to security reports.
package cases.dalec.c4_3

import data.checks.documents
import data.lib

claim := "C4.3"

terms := {"coordination", "maintainers", "security-response"}

outcomes contains lib.for_subject(outcome, key) if {
	some key in lib.cited_sections(input.case.claims, claim)
	target := object.get(input.facts.targets.value.targets, key, {})
	outcome := documents.states("coordinator", key, target, terms)
}
