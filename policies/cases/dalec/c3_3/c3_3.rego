# METADATA
# title: Releases are pushed to GHCR by Actions, and are not signed yet
# description: >-
#   The release path pushes what BuildKit built to ghcr.io. The claim concedes that signatures, SBOM and provenance are
#   missing: where the path has them, the claim is out of date.
# custom:
#   claim: C3.3
#   strategy: S3
#   statement: sha256:0e99f8f2218429d5874736dc1641ec8781535bc68947a316e20b89cc733df169
#   criteria:
#     - {id: installation_common, relation: partial}
#     - {id: signed_releases, relation: contradicts}
#     - {id: delivery_mitm, relation: partial}
#   checks:
#     pushes:
#       title: The release path pushes to ghcr.io with BuildKit
#       weight: required
#       grade: observed
#       each: workflow
#       facts: [workflows]
#       remedy: Push with docker/build-push-action, or docker buildx, after a login to ghcr.io.
#     concession:
#       title: What the claim concedes still holds
#       weight: required
#       grade: observed
#       facts: [workflows]
#       remedy: >-
#         Say in the claim what the release path signs and attests, and pin the digest of the new statement in the policy.
#     gap-tracked:
#       title: The residual risks name the gap
#       weight: advisory
#       grade: declared
#       facts: [workflows]
#       remedy: Name the missing signatures, SBOM or provenance among the residual risks.
#     only-by-tags:
#       title: There is no other way to publish
#       weight: advisory
#       grade: observed
#       each: workflow
#       facts: [workflows]
#       remedy: Take workflow_dispatch away from what publishes, or guard it by an environment.
package cases.dalec.c3_3

import data.checks.release
import data.checks.workflows
import data.lib

claim := "C3.3"

words := ["provenance", "sbom", "signature", "signed"]

files := input.facts.workflows.value.files

running := {path: workflows.cited[path] | some path in lib.cited_workflows(input.case.claims, claim)}

outcomes contains lib.for_subject(outcome, path) if {
	some path, each in running
	some outcome in [
		release.pushes_to("pushes", each, "ghcr.io"),
		release.only_by_tags("only-by-tags", path, object.get(files, path, null)),
	]
}

outcomes contains release.concession_holds("concession", running) if count(running) > 0

outcomes contains release.gap_tracked("gap-tracked", input.case.residualRisks, words)
