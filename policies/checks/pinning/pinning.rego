# METADATA
# title: Pinning
# description: Outcomes on whether what a workflow takes from elsewhere is bound to its content.
package checks.pinning

import data.lib

# METADATA
# title: Actions are pinned by commit, and images by digest
pinned(check, running) := lib.decide(check, failures, running.doubts, otherwise) if {
	failures := [lib.finding(message, [lib.at(found.file, found.line)]) |
		some found in array.concat(uses(running), images(running))
		not found.pinned == true
		message := $"{found.reference} is not pinned"
	]
	otherwise := lib.pass(check, $"Everything that {running.path} uses is pinned.", [lib.in_file(running.path)])
}

uses(running) := [object.union(use, {"file": entry.file}) |
	some entry in array.concat([{"file": job.file, "step": job.job} | some job in running.jobs], running.steps)
	use := entry.step.uses
	not use.kind in {"local-action", "local-workflow"}
]

images(running) := [object.union(image, {"file": entry.file}) |
	some entry in running.jobs
	some image in entry.job.images
]
