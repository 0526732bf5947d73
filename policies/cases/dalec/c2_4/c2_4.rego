# METADATA
# title: Static analysis and linting guard every pull request
# description: >-
#   The cited workflows analyse and lint each change to the source before it is merged: they start for every source file, run
#   without conditions, and fail on a finding.
# custom:
#   claim: C2.4
#   strategy: S2
#   statement: sha256:313dd675a3359bce0ff64d6dc00e1cb0b0a773d0bb1567c8f7656a08174cb597
#   criteria:
#     - {id: static_analysis_common_vulnerabilities, relation: supports}
#     - {id: static_analysis, relation: supports}
#     - {id: static_analysis_often, relation: supports}
#     - {id: warnings, relation: supports}
#     - {id: warnings_strict, relation: partial}
#     - {id: coding_standards_enforced, relation: partial}
#   checks:
#     on-pull-requests:
#       title: The workflow runs on pull requests to the default branch
#       weight: required
#       grade: observed
#       each: workflow
#       facts: [workflows, default_branch]
#       remedy: Add a pull_request trigger that lets the default branch through.
#     both-kinds:
#       title: The cited workflows analyse, and they lint
#       weight: required
#       grade: observed
#       facts: [workflows]
#       remedy: Run a static analysis and a linter in the cited workflows, or cite those that do.
#     blocking:
#       title: Analysis, lint and validation steps fail their job on a finding
#       weight: required
#       grade: observed
#       each: workflow
#       facts: [workflows]
#       remedy: Take away the condition, continue-on-error or '|| true' that lets a finding pass.
#     no-exempt-source:
#       title: No source file that it analyses is exempt from the workflow
#       weight: required
#       grade: observed
#       each: workflow
#       facts: [workflows, path_filters]
#       remedy: Narrow or remove the pattern, so that each of these files starts the workflow.
#     required-checks:
#       title: The default branch requires the jobs' checks
#       weight: required
#       grade: observed
#       facts: [workflows, branch_rules]
#       remedy: Require the status checks of these jobs on the default branch.
#     required-alerts:
#       title: The default branch requires the results of analyses that report alerts
#       weight: required
#       grade: observed
#       facts: [workflows, code_scanning_rules]
#       remedy: Require code scanning results of the tool in a ruleset of the default branch.
#     pinned:
#       title: Actions are pinned by commit, and images by digest
#       weight: advisory
#       grade: observed
#       each: workflow
#       facts: [workflows]
#       remedy: Pin the action to a full commit, or the image to its sha256 digest.
#     race-detector:
#       title: Go tests run with the race detector
#       weight: advisory
#       grade: observed
#       facts: [workflows]
#       remedy: Run go test with -race.
#     patterns-match:
#       title: Every filter pattern matches a path
#       weight: advisory
#       grade: observed
#       each: workflow
#       facts: [path_filters]
#       remedy: Correct or remove the pattern.
#     modules-entered:
#       title: Every Go module is entered by a step that analyses
#       weight: advisory
#       grade: observed
#       facts: [workflows, modules]
#       remedy: Run the linters in this module, too.
package cases.dalec.c2_4

import data.checks.analysis
import data.checks.analysis_tools
import data.checks.branch_rules
import data.checks.path_filters
import data.checks.pinning
import data.checks.workflows
import data.lib

claim := "C2.4"

paths := lib.cited_workflows(input.case.claims, claim)

files := input.facts.workflows.value

filters := input.facts.path_filters.value.workflows

running := {path: workflows.cited[path] | some path in paths}

tools := {path: analysis_tools.of(each) | some path, each in running}

all_tools := [tool | some _, found in tools; some tool in found]

hidden := [doubt | some _, each in running; some doubt in each.doubts]

outcomes contains lib.for_subject(outcome, path) if {
	some path in paths
	outcome := workflows.on_pull_requests("on-pull-requests", path, object.get(files.files, path, null))
}

masked := [doubt | some _, each in running; some doubt in analysis_tools.masked(each)]

outcomes contains outcome if {
	count(running) > 0
	outcome := analysis.both_kinds("both-kinds", paths, all_tools, array.concat(hidden, masked))
}

outcomes contains lib.for_subject(outcome, path) if {
	some path, each in running
	some outcome in [analysis.blocking("blocking", each, tools[path]), pinning.pinned("pinned", each)]
}

outcomes contains lib.for_subject(outcome, path) if {
	some path, each in running
	languages := analysis.languages(tools[path])
	unclear := array.concat(each.doubts, analysis.unclear_languages(tools[path]))
	filter := object.get(filters, path, null)
	some outcome in [
		path_filters.covers("no-exempt-source", path, filter, languages, unclear),
		path_filters.patterns_match("patterns-match", path, filter),
	]
}

outcomes contains outcome if {
	rules := input.facts.branch_rules.value
	outcome := branch_rules.requires_jobs("required-checks", rules, files.files, analysis.jobs(all_tools), hidden)
}

outcomes contains outcome if {
	rules := input.facts.code_scanning_rules.value
	outcome := analysis.alerts_required("required-alerts", all_tools, hidden, rules)
}

outcomes contains outcome if {
	tests := [entry | some _, each in running; some entry in analysis_tools.go_tests(each)]
	outcome := analysis.race_detector("race-detector", tests, hidden)
}

outcomes contains analysis.modules_entered("modules-entered", all_tools, input.facts.modules.value.go)
