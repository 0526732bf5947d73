# METADATA
# title: Nothing reaches the default branch unreviewed or unchecked
# description: >-
#   The rules of the default branch ask for a pull request, an approval and passing checks, keep its history, and the
#   recent pull requests show that they are kept.
# custom:
#   claim: C2.2
#   strategy: S2
#   statement: sha256:2224e5a86f970046e75330ec79a8bedcca785f5ac36b344ff16bd81216f8954e
#   criteria:
#     - {id: two_person_review, relation: supports}
#     - {id: code_review_standards, relation: partial}
#   checks:
#     approval:
#       title: Changes need a pull request with an approval
#       weight: required
#       grade: observed
#       facts: [branch_rules]
#       remedy: Require pull requests with at least one approval on the default branch.
#     status-checks:
#       title: At least one status check is required
#       weight: required
#       grade: observed
#       facts: [branch_rules]
#       remedy: Require status checks on the default branch.
#     history-kept:
#       title: Force pushes and deletion are blocked
#       weight: required
#       grade: observed
#       facts: [branch_rules]
#       remedy: Block force pushes and deletion of the default branch.
#     approved:
#       title: The recent pull requests were approved by another
#       weight: required
#       grade: observed
#       facts: [pull_requests]
#       remedy: Have each pull request approved by another than its author before it is merged.
#     bypass:
#       title: Nobody may bypass the rules
#       weight: advisory
#       grade: observed
#       facts: [branch_rules]
#       remedy: Take away the bypass, or say in the case who has it and why.
#     codeowners:
#       title: CODEOWNERS is valid
#       weight: advisory
#       grade: observed
#       facts: [codeowners]
#       remedy: Correct the lines that GitHub marks in CODEOWNERS.
#     always-reports:
#       title: Required checks come from jobs that always report
#       weight: advisory
#       grade: observed
#       facts: [branch_rules, workflows]
#       remedy: Take the path filter away from the workflow, or skip inside its jobs.
package cases.dalec.c2_2

import data.checks.branch_rules

rules := input.facts.branch_rules.value

outcomes contains outcome if {
	some outcome in [
		branch_rules.needs_approval("approval", rules, 1),
		branch_rules.needs_checks("status-checks", rules),
		branch_rules.keeps_history("history-kept", rules),
		branch_rules.without_bypass("bypass", rules),
	]
}

outcomes contains branch_rules.approved("approved", input.facts.pull_requests.value)

outcomes contains branch_rules.codeowners_valid("codeowners", input.facts.codeowners)

outcomes contains branch_rules.always_reports("always-reports", rules, input.facts.workflows.value.files)
