# METADATA
# title: Advisories follow remediation
# description: >-
#   The policy promises that vulnerabilities are made public once they are remedied, and advisories are.
# custom:
#   claim: C4.2
#   strategy: S4
#   statement: sha256:6211a3e66a80ed3dbfb849f09d9eec6582ca8913f4b3ef7b2895bfcedc7da859
#   criteria:
#     - {id: vulnerability_response_process, relation: partial}
#   checks:
#     promised:
#       title: The section promises publication
#       weight: required
#       grade: declared
#       each: section
#       facts: [targets]
#       remedy: Say in the cited section that an advisory is published once a vulnerability is remedied.
#     published:
#       title: Advisories are published
#       weight: required
#       grade: observed
#       facts: [advisories]
#       remedy: Publish the advisories of remedied vulnerabilities.
package cases.dalec.c4_2

import data.checks.documents
import data.checks.reporting
import data.lib

claim := "C4.2"

outcomes contains lib.for_subject(outcome, key) if {
	some key in lib.cited_sections(input.case.claims, claim)
	target := object.get(input.facts.targets.value.targets, key, {})
	outcome := documents.states("promised", key, target, {"advisory", "publication"})
}

outcomes contains reporting.published("published", input.facts.advisories.value)
