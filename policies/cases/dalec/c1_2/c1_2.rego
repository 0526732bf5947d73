# METADATA
# title: The maintainers answer for security
# description: >-
#   A document gives security response to the maintainers, and there are at least two of them.
# custom:
#   claim: C1.2
#   strategy: S1
#   statement: sha256:70f30543d08a33534dd350b221df0daf3bd528bc8974e70eb8b11d88fa641333
#   criteria:
#     - {id: roles_responsibilities, relation: partial}
#     - {id: vulnerability_response_process, relation: partial}
#   checks:
#     given:
#       title: The section gives security response to the maintainers
#       weight: required
#       grade: declared
#       each: section
#       facts: [targets]
#       remedy: Say in the cited section that the maintainers handle security reports.
#     several:
#       title: There are at least two current maintainers
#       weight: required
#       grade: observed
#       facts: [maintainers]
#       remedy: Name at least two current maintainers in MAINTAINERS.md, so that one can answer when another is away.
package cases.dalec.c1_2

import data.checks.documents
import data.checks.governance
import data.lib

claim := "C1.2"

terms := {"coordination", "maintainers", "security-response"}

outcomes contains lib.for_subject(outcome, key) if {
	some key in lib.cited_sections(input.case.claims, claim)
	target := object.get(input.facts.targets.value.targets, key, {})
	outcome := documents.states("given", key, target, terms)
}

outcomes contains governance.enough_maintainers("several", input.facts.maintainers, 2)
