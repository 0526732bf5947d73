# METADATA
# title: Governance states openness, fairness and participation
# description: >-
#   The cited governance documents name the values by which the maintainers lead, each in a plain sentence.
# custom:
#   claim: C1.1
#   strategy: S1
#   statement: sha256:23e9abd54950b9bb86ce8fb9a759f49a1190f499f8b06ea3e86af0dce01a0582
#   criteria:
#     - {id: governance, relation: supports}
#     - {id: roles_responsibilities, relation: partial}
#   checks:
#     openness:
#       title: The documents name openness
#       weight: required
#       grade: declared
#       facts: [targets]
#       remedy: Say in a cited section that work and decisions happen in the open.
#     fairness:
#       title: The documents name fairness
#       weight: required
#       grade: declared
#       facts: [targets]
#       remedy: Say in a cited section that contributions are judged fairly.
#     participation:
#       title: The documents name participation
#       weight: required
#       grade: declared
#       facts: [targets]
#       remedy: Say in a cited section how people take part, and how they come to lead.
#     links-resolve:
#       title: What the cited document links to exists
#       weight: advisory
#       grade: observed
#       each: section
#       facts: [targets]
#       remedy: Correct the links of the document.
package cases.dalec.c1_1

import data.checks.documents
import data.lib

claim := "C1.1"

values := {"openness", "fairness", "participation"}

cited := {key: object.get(input.facts.targets.value.targets, key, {}) | some key in lib.cited_sections(input.case.claims, claim)}

outcomes contains outcome if {
	some value in values
	outcome := documents.states_somewhere(value, cited, {value})
}

outcomes contains lib.for_subject(outcome, key) if {
	some key, target in cited
	outcome := documents.mentions("links-resolve", key, target)
}
