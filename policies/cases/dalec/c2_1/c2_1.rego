# METADATA
# title: Commits carry a sign-off
# description: >-
#   Contributors certify where their work comes from. The documents ask for a sign-off, the history shows it on every commit
#   since the claim was made, and a required status check keeps it so.
# custom:
#   claim: C2.1
#   strategy: S2
#   statement: sha256:f6553973e7b54ec03b789881a0f1e17e8b02be35e0508eb558e788030f7c8a6b
#   criteria:
#     - {id: dco, relation: supports}
#     - {id: contribution, relation: supports}
#     - {id: contribution_requirements, relation: partial}
#   checks:
#     stated:
#       title: Each cited section requires sign-off
#       weight: required
#       grade: declared
#       each: section
#       facts: [targets]
#       remedy: Say in the cited section that every commit must be signed off.
#     signed-off:
#       title: Every commit since the claim was made is signed off
#       weight: required
#       grade: observed
#       facts: [claim_history]
#       remedy: >-
#         Sign commits off (git commit -s) before they are merged; for those that are, have their authors certify them in a
#         commit of their own, and say so in the case.
#     required-check:
#       title: The default branch requires the sign-off check
#       weight: required
#       grade: observed
#       facts: [branch_rules]
#       remedy: Require the status check of the sign-off app on the default branch, bound to that app.
#     own-address:
#       title: The sign-off's address is the author's
#       weight: advisory
#       grade: observed
#       facts: [claim_history]
#       remedy: Sign off with the address that the commit is authored with.
package cases.dalec.c2_1

import data.checks.branch_rules
import data.checks.documents
import data.checks.history
import data.lib

claim := "C2.1"

contexts := {"DCO", "dco", "dco-2"}

apps := {"dco", "dco-2"}

outcomes contains lib.for_subject(outcome, key) if {
	some key in lib.cited_sections(input.case.claims, claim)
	target := object.get(input.facts.targets.value.targets, key, {})
	outcome := documents.states("stated", key, target, {"commit", "obligation", "sign-off"})
}

outcomes contains outcome if {
	commits := history.since(input.facts.claim_history.value, claim)
	some outcome in [history.signed_off("signed-off", claim, commits), history.own_email("own-address", claim, commits)]
}

outcomes contains branch_rules.requires_from("required-check", input.facts.branch_rules.value, contexts, apps)
