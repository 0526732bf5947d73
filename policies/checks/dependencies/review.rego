package checks.dependencies

import data.checks.workflows
import data.lib

# METADATA
# title: Dependency review blocks
# description: Without a condition, continue-on-error, or only warning.
review_blocks(check, running) := lib.decide(check, failures, doubts, otherwise) if {
	found := reviews(running)
	none := [lib.finding(message, [lib.in_file(running.path)]) |
		count(found) == 0
		count(running.doubts) == 0
		message := $"no step of {running.path} reviews dependencies"
	]
	warning := [lib.finding("dependency review only warns", [place(entry)]) |
		some entry in found
		entry.step.inputs["warn-only"] == "true"
	]
	unsure := [lib.doubt("whether dependency review only warns is computed", [place(entry)], []) |
		some entry in found
		is_null(entry.step.inputs["warn-only"])
	]
	failures := array.flatten([none, warning, gated(found, true)])
	doubts := array.flatten([unsure, gated(found, false), [doubt | count(found) == 0; some doubt in running.doubts]])
	otherwise := lib.pass(check, $"Dependency review in {running.path} blocks.", [place(entry) | some entry in found])
}

# METADATA
# title: Every change but of documents starts the review
# description: Given the path filter's results, and the manifests whose change it is about.
review_starts(check, path, filter, manifests) := lib.decide(check, failures, doubts, otherwise) if {
	is_array(manifests.manifests)
	exempt := [lib.finding(message, [lib.in_file(file.path) | some file in files.files]) |
		some language, files in filter.value.exempt
		files.count > 0
		message := $"{files.count} {language} files can change alone without starting {path}"
	]
	watched := [manifest.path | some manifest in manifests.manifests; manifest.ecosystem != "github-actions"; manifest.dependencies == true]
	unstarted := [lib.finding(message, [lib.in_file(name)]) |
		some name in watched
		filter.value.watched[name].starts == false
		message := $"{name} can change alone without starting {path}"
	]
	untold := [lib.doubt(message, [lib.in_file(name)], []) |
		some name in watched
		not is_told(filter, name)
		message := $"whether a change to {name} starts {path} is not known"
	]
	unread := [lib.doubt($"the path filters of {path} are not known", [], lib.missing("path_filters", filter)) | not is_read(filter)]
	failures := array.concat(exempt, unstarted)
	doubts := array.concat(unread, untold)
	otherwise := lib.pass(check, $"Every source file and manifest starts {path}.", [lib.in_file(path)])
}

# METADATA
# title: The jobs that review dependencies
review_jobs(running) := [entry.context | some entry in reviews(running)]

reviews(running) := [entry | some entry in running.steps; entry.step.uses.action == "actions/dependency-review-action"]

gated(found, certain) := [lib.finding(gate.what, workflows.gate_places([gate])) |
	some entry in found
	some gate in entry.gates
	gate.certain == certain
]

is_told(filter, name) if is_boolean(filter.value.watched[name].starts)

is_read(filter) if {
	lib.observed(filter)
	is_object(filter.value.exempt)
	is_object(filter.value.watched)
}

place(entry) := lib.at(entry.file, workflows.line_of(entry.step.uses))
