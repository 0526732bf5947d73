# METADATA
# title: The architecture and its extension points are described
# description: Whoever changes the project finds its parts, its specification and its flow described in prose.
# custom:
#   claim: C2.5
#   strategy: S2
#   statement: sha256:a156fa26c1b74766e76900385e0e821114f61561089dba47c9abaa407ff68066
#   criteria:
#     - {id: documentation_architecture, relation: supports}
#   checks:
#     described:
#       title: Each cited section has prose of its own
#       weight: required
#       grade: declared
#       each: section
#       facts: [targets]
#       remedy: Describe the part in words below its heading.
#     paths-exist:
#       title: The paths that the cited document names exist
#       weight: advisory
#       grade: observed
#       each: section
#       facts: [targets]
#       remedy: Follow the files that moved, or take the paths out of the document.
package cases.dalec.c2_5

import data.checks.documents
import data.lib

claim := "C2.5"

outcomes contains lib.for_subject(outcome, key) if {
	some key in lib.cited_sections(input.case.claims, claim)
	target := object.get(input.facts.targets.value.targets, key, {})
	some outcome in [documents.prose("described", key, target), documents.mentions("paths-exist", key, target)]
}
