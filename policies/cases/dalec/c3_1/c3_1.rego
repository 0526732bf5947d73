# METADATA
# title: Releases are built by BuildKit from what is checked in
# description: >-
#   The release path builds with BuildKit from definitions in the repository, may start, and takes only actions that are
#   bound to their content.
# custom:
#   claim: C3.1
#   strategy: S3
#   statement: sha256:c9e84aa07a84eba0ca7db649a0efdc4aa470137e9d2631f67945bf76f7e3e120
#   criteria:
#     - {id: documentation_architecture, relation: partial}
#     - {id: build, relation: supports}
#     - {id: build_floss_tools, relation: supports}
#   checks:
#     builds:
#       title: The release path builds with BuildKit from the repository
#       weight: required
#       grade: observed
#       each: workflow
#       facts: [workflows]
#       remedy: Build with docker/build-push-action or docker buildx from a context in the repository.
#     may-start:
#       title: No called job asks for more than its caller grants
#       weight: required
#       grade: observed
#       each: workflow
#       facts: [workflows]
#       remedy: Grant in the calling job each scope that the called workflow asks for.
#     pinned:
#       title: Its actions are pinned by commit
#       weight: required
#       grade: observed
#       each: workflow
#       facts: [workflows]
#       remedy: Pin the action to a full commit, or the image to its sha256 digest.
package cases.dalec.c3_1

import data.checks.permissions
import data.checks.pinning
import data.checks.release
import data.checks.workflows
import data.lib

claim := "C3.1"

files := input.facts.workflows.value.files

running := {path: workflows.cited[path] | some path in lib.cited_workflows(input.case.claims, claim)}

outcomes contains lib.for_subject(outcome, path) if {
	some path, each in running
	some outcome in [
		release.builds_here("builds", each),
		permissions.within_grant("may-start", each, files),
		pinning.pinned("pinned", each),
	]
}
