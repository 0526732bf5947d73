# METADATA
# title: Pinning
# description: Outcomes on whether what a workflow takes from elsewhere is bound to its content.
package checks.pinning

import data.checks.workflows
import data.lib

# METADATA
# title: Actions are pinned by commit, and images by digest
pinned(check, files, path) := lib.decide(check, failures, workflows.unread(path, files.files[path]), otherwise) if {
	failures := [lib.finding(message, [lib.at(found.file, found.line)]) |
		some found in array.concat(uses(files, path), images(files, path))
		found.pinned == false
		message := $"{found.reference} is not pinned"
	]
	otherwise := lib.pass(check, $"Everything that {path} uses is pinned.", [lib.in_file(path)])
}

uses(files, path) := [object.union(use, {"file": entry.file}) |
	some entry in workflows.steps(files, path)
	use := entry.step.uses
	not startswith(use.kind, "local-")
]

images(files, path) := [object.union(image, {"file": path}) |
	lib.observed(files.files[path])
	some job in files.files[path].value.jobs
	some image in object.get(job, "images", [])
]
