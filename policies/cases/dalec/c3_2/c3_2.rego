# METADATA
# title: Generated files are generated again, and compared, before merge
# description: >-
#   A job on pull requests runs the generators over all packages and fails on a diff, for every change to what is generated or
#   generates it.
# custom:
#   claim: C3.2
#   strategy: S3
#   statement: sha256:2d1aa6e16b4f76132ac1b37030d34b6162796c6263bb94e6281d7ceb63fd62c5
#   criteria:
#     - {id: documentation_current, relation: partial}
#   checks:
#     on-pull-requests:
#       title: The workflow runs on pull requests to the default branch
#       weight: required
#       grade: observed
#       each: workflow
#       facts: [workflows, default_branch]
#       remedy: Add a pull_request trigger that lets the default branch through.
#     compares:
#       title: A job generates over all packages and fails on a diff
#       weight: required
#       grade: observed
#       facts: [workflows]
#       remedy: Run 'go generate ./...' and then 'git diff --exit-code' in one job, with no condition and no swallowed status.
#     has-directive:
#       title: The cited source has its directive
#       weight: required
#       grade: observed
#       facts: [generate]
#       remedy: Cite the file whose go:generate directive makes the asset.
#     outputs-covered:
#       title: No generated file is exempt from the workflow
#       weight: required
#       grade: observed
#       facts: [workflows, generate, path_filters]
#       remedy: Narrow or remove the pattern, so that a change to the generated file alone starts the workflow.
#     required-check:
#       title: The default branch requires the job's check
#       weight: required
#       grade: observed
#       facts: [workflows, branch_rules]
#       remedy: Require the status check of this job on the default branch.
#     notices-untracked:
#       title: Untracked files are noticed, too
#       weight: advisory
#       grade: observed
#       facts: [workflows]
#       remedy: Run 'git add --intent-to-add .' before the diff, or check 'git status --porcelain'.
package cases.dalec.c3_2

import data.checks.branch_rules
import data.checks.generate
import data.checks.workflows
import data.lib

claim := "C3.2"

paths := lib.cited_workflows(input.case.claims, claim)

files := input.facts.workflows.value

running := [workflows.cited[path] | some path in paths]

directives := input.facts.generate.value.directives

filters := input.facts.path_filters.value.workflows

sources := {link.path |
	some stated in input.case.claims
	stated.id == claim
	some link in stated.links
	link.kind == "path"
	endswith(link.path, ".go")
}

outcomes contains lib.for_subject(outcome, path) if {
	some path in paths
	outcome := workflows.on_pull_requests("on-pull-requests", path, object.get(files.files, path, null))
}

outcomes contains generate.compares("compares", running)

outcomes contains generate.has_directive("has-directive", sources, directives)

outcomes contains generate.outputs_covered("outputs-covered", running, filters, directives)

outcomes contains outcome if {
	rules := input.facts.branch_rules.value
	hidden := [doubt | some each in running; some doubt in each.doubts]
	outcome := branch_rules.requires_jobs("required-check", rules, files.files, generate.jobs(running), hidden)
}

outcomes contains generate.notices_untracked("notices-untracked", running)
