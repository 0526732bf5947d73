# METADATA
# title: What the project depends on is watched
# description: >-
#   Updates are proposed for every manifest, changes of dependencies are reviewed before merge, and advisories are
#   reported.
# custom:
#   claim: C3.4
#   strategy: S3
#   statement: sha256:8b89f1a0b1605b53fab73c66121ebe3d50935c421de845b760b06f8f70cc9f4e
#   criteria:
#     - {id: dependency_monitoring, relation: supports}
#     - {id: updateable_reused_components, relation: partial}
#   checks:
#     covered:
#       title: Every manifest is in an entry of dependabot.yml
#       weight: required
#       grade: observed
#       facts: [dependabot, manifests]
#       remedy: Add an entry for the ecosystem and the folder of the manifest, with a limit above 0.
#     on-pull-requests:
#       title: Dependency review runs on pull requests
#       weight: required
#       grade: observed
#       each: workflow
#       facts: [workflows, default_branch]
#       remedy: Add a pull_request trigger that lets the default branch through.
#     blocks:
#       title: Dependency review blocks
#       weight: required
#       grade: observed
#       each: workflow
#       facts: [workflows]
#       remedy: Run actions/dependency-review-action with no condition, no continue-on-error and no warn-only.
#     every-change:
#       title: Every change but of documents starts it
#       weight: required
#       grade: observed
#       each: workflow
#       facts: [workflows, path_filters, manifests]
#       remedy: Narrow or remove the pattern, so that each of these files starts the workflow.
#     required-check:
#       title: The default branch requires its check
#       weight: required
#       grade: observed
#       facts: [workflows, branch_rules]
#       remedy: Require the status check of dependency review on the default branch.
#     snyk:
#       title: The Snyk app reports on pull requests
#       weight: required
#       grade: observed
#       facts: [check_apps]
#       remedy: Install the Snyk app on the repository, or take it out of the claim.
#     alerts:
#       title: Dependabot alerts and security updates are on
#       weight: advisory
#       grade: observed
#       facts: [security_settings]
#       remedy: Switch Dependabot alerts and security updates on in the repository's settings.
#     others-covered:
#       title: So are compose files, hooks and submodules
#       weight: advisory
#       grade: observed
#       facts: [dependabot, manifests]
#       remedy: Add an entry for docker-compose, pre-commit or gitsubmodule.
#     entries-used:
#       title: Every entry has a manifest
#       weight: advisory
#       grade: observed
#       facts: [dependabot, manifests]
#       remedy: Correct or remove the entry.
#     nothing-muted:
#       title: No dependency is ignored for good
#       weight: advisory
#       grade: observed
#       facts: [dependabot]
#       remedy: Limit the rule to versions or types of updates.
package cases.dalec.c3_4

import data.checks.branch_rules
import data.checks.dependencies
import data.checks.workflows
import data.lib

claim := "C3.4"

required := {"cargo", "docker", "github-actions", "gomod", "npm", "pip"}

others := {"docker-compose", "gitsubmodule", "pre-commit"}

facts := input.facts

files := facts.workflows.value.files

paths := lib.cited_workflows(input.case.claims, claim)

running := {path: workflows.cited[path] | some path in paths}

renovate := object.get(facts, "renovate", null)

outcomes contains outcome if {
	manifests := facts.manifests.value
	some outcome in [
		dependencies.covered("covered", manifests, facts.dependabot, renovate, required),
		dependencies.covered("others-covered", manifests, facts.dependabot, renovate, others),
	]
}

outcomes contains dependencies.entries_used("entries-used", facts.manifests.value, facts.dependabot.value)

outcomes contains dependencies.nothing_muted("nothing-muted", facts.dependabot.value)

outcomes contains lib.for_subject(outcome, path) if {
	some path in paths
	outcome := workflows.on_pull_requests("on-pull-requests", path, object.get(files, path, null))
}

outcomes contains lib.for_subject(dependencies.review_blocks("blocks", each), path) if some path, each in running

outcomes contains lib.for_subject(outcome, path) if {
	some path in paths
	filter := object.get(facts.path_filters.value.workflows, path, null)
	outcome := dependencies.review_starts("every-change", path, filter, facts.manifests.value)
}

outcomes contains outcome if {
	jobs := [job | some _, each in running; some job in dependencies.review_jobs(each)]
	hidden := [doubt | some _, each in running; some doubt in each.doubts]
	outcome := branch_rules.requires_jobs("required-check", facts.branch_rules.value, files, jobs, hidden)
}

outcomes contains dependencies.app_reports("snyk", facts.check_apps.value, "snyk-io")

outcomes contains dependencies.alerts_on("alerts", facts.security_settings.value)
