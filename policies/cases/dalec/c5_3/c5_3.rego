# METADATA
# title: The case changes by review only
# description: >-
#   Each change of the case came through a pull request that another approved, and checks run on it as on code.
# custom:
#   claim: C5.3
#   strategy: S5
#   statement: sha256:c11c0387c3f5f4d2260ba1c72601f3d0ef85a9cb4073f411a718d716d4d7d684
#   criteria:
#     - {id: governance, relation: partial}
#     - {id: documentation_current, relation: partial}
#   checks:
#     reviewed:
#       title: The changes of the case were approved by another
#       weight: required
#       grade: observed
#       facts: [case_reviews]
#       remedy: Change the case by pull requests only, each approved by another than its author.
#     checked:
#       title: The required checks run on a change to the case
#       weight: advisory
#       grade: observed
#       facts: [branch_rules, workflows, path_filters]
#       remedy: Let the workflows with required checks start on a change to the case.
package cases.dalec.c5_3

import data.checks.branch_rules
import data.checks.governance

outcomes contains governance.case_reviewed("reviewed", input.facts.case_reviews.value)

outcomes contains outcome if {
	rules := input.facts.branch_rules.value
	files := input.facts.workflows.value.files
	filters := input.facts.path_filters.value.workflows
	outcome := branch_rules.runs_on("checked", input.case.path, rules, files, filters)
}
