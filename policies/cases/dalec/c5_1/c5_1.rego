# METADATA
# title: Examples show how it is used
# description: >-
#   The repository has example specs beside the documentation that the claim links to.
# custom:
#   claim: C5.1
#   strategy: S5
#   statement: sha256:cb738d0d92af5a0c25bc868beea458c71d98a136d831a86ee372bd2966ce76fa
#   criteria:
#     - {id: documentation_quick_start, relation: partial}
#     - {id: documentation_basics, relation: supports}
#     - {id: documentation_interface, relation: partial}
#   checks:
#     examples:
#       title: The repository has example specs of its own
#       weight: required
#       grade: observed
#       facts: [examples]
#       remedy: Add a folder of examples whose specs name their frontend in the first line (# syntax=).
package cases.dalec.c5_1

import data.checks.governance

outcomes contains governance.has_examples("examples", input.facts.examples.value)
