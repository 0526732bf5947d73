# METADATA
# title: Release path
# description: >-
#   Outcomes on what a release path builds, where it pushes to, and what it signs or attests. What is not in the tables is not
#   recognised, and a path in which nothing is recognised is unknown where a part of it cannot be seen.
package checks.release

import data.checks.workflows
import data.lib

# METADATA
# title: It builds with BuildKit from definitions in the repository
builds_here(check, running) := lib.decide(check, failures, doubts, otherwise) if {
	found := all_builds(running)
	failures := array.concat(
		[lib.finding("the release path has no build with BuildKit", []) | count(found) == 0; count(hidden(running)) == 0],
		[lib.finding(message, [build.place]) |
			some build in found
			build.source == "remote"
			message := "what is built does not come from the repository"
		],
	)
	doubts := array.concat(
		[doubt | count(found) == 0; some doubt in hidden(running)],
		[lib.doubt("where what is built comes from is computed", [build.place], []) |
			some build in found
			build.source == "computed"
		],
	)
	otherwise := lib.pass(check, $"{count(found)} steps of the release path build with BuildKit from the repository.", places(found))
}

# METADATA
# title: It pushes to a registry from Actions, with BuildKit
# description: The registry is that to which the building job logs in.
pushes_to(check, running, registry) := lib.decide(check, failures, doubts, otherwise) if {
	found := [build | some build in all_builds(running); build.pushes != "no"]
	sure := [build | some build in found; build.pushes == "yes"; registry in build.registries]
	failures := [lib.finding(message, places(found)) |
		count(sure) == 0
		count(hidden(running)) == 0
		count(possible(found, registry)) == 0
		message := $"no step of the release path is known to push what it builds to {registry}"
	]
	unsure := [lib.doubt(message, [build.place], []) |
		count(sure) == 0
		some build in possible(found, registry)
		message := $"whether this pushes to {registry} is computed"
	]
	doubts := array.concat(unsure, [doubt | count(sure) == 0; some doubt in hidden(running)])
	otherwise := lib.pass(check, $"The release path pushes what it builds with BuildKit to {registry}.", places(sure))
}

possible(found, registry) := [build |
	some build in found
	some named in [registry, null]
	named in build.registries
]

# METADATA
# title: A case may go on saying that nothing is signed or attested
# description: As long as the release path has no explicit signature, attestation, SBOM or provenance.
concession_holds(check, running) := lib.decide(check, [], doubts, otherwise) if {
	found := [each | some path in running; some each in provided(path)]
	things := lib.listing([each.what | some each in found])
	outdated := [lib.doubt(message, places(found), []) |
		count(found) > 0
		message := $"out of date: the release path has {things}; say so in the claim and its residual risks, and pin the digest of the new statement"
	]
	unseen := [doubt |
		some path in running
		some doubt in array.concat(hidden(path), unseen_options(path))
	]
	doubts := array.concat(outdated, unseen)
	otherwise := lib.pass(check, "Nothing in the release path signs or attests, as the claim says.", [])
}

# What a computed word, or a file of bake, asks for is not seen.
unseen_options(running) := [lib.doubt(message, [place_of(entry.file, entry.command)], []) |
	some entry in running.commands
	entry.command.program == "docker"
	builds(entry.words)
	leaves_open(entry.words)
	message := "whether this asks for attestations, an SBOM or provenance is computed, or stands in a file of bake"
]

leaves_open(words) if null in words

leaves_open(words) if words[1] == "bake"

# METADATA
# title: The residual risks name the gap
gap_tracked(check, risks, words) := lib.pass(check, "The residual risks of the case name the gap.", []) if {
	some risk in risks
	some word in words
	contains(lower(risk.statement), word)
} else := lib.unknown(check, "The words of the residual risks are not in the snapshot.", [], []) if {
	some risk in risks
	not risk.statement
} else := lib.fail(check, "The residual risks of the case do not name the gap.", []) if {
	is_array(risks)
}

# METADATA
# title: There is no other way to publish
# description: A run by hand, or from a branch, publishes what no tag names.
only_by_tags(check, path, workflow) := lib.decide(check, failures, workflows.unread(path, workflow), otherwise) if {
	failures := array.concat(
		[lib.finding(message, [lib.at(path, line)]) |
			line := workflow.value.triggers.workflow_dispatch.line
			message := $"{path} can be run by hand"
		],
		[lib.finding(message, [lib.at(path, push.line)]) |
			push := workflow.value.triggers.push
			not push.tags
			message := $"{path} runs on pushes of branches"
		],
	)
	otherwise := lib.pass(check, $"{path} runs for tags, or where it is called.", [lib.in_file(path)])
}

hidden(running) := array.concat(running.doubts, [lib.doubt(message, [place_of(entry.file, entry.command)], []) |
	some entry in running.commands
	workflows.build_programs[entry.command.program]
	message := "a build script runs what cannot be seen"
])

places(found) := [each.place | some each in found]

place_of(file, something) := lib.at(file, workflows.line_of(something))
