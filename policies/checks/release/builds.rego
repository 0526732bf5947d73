package checks.release

building_actions := {
	"depot/bake-action", "depot/build-push-action", "docker/bake-action",
	"docker/build-push-action",
}

# Each with whether it pushes (yes, no, computed), the registries that its job logs in to, and where its source is.
all_builds(running) := array.concat(
	[build |
		some entry in running.steps
		building_actions[entry.step.uses.action]
		inputs := object.get(entry.step, "inputs", {})
		build := {
			"place": place_of(entry.file, entry.step.uses),
			"pushes": pushed_by(inputs),
			"registries": registries(running, entry.owner),
			"source": source_of(object.get(inputs, "context", ".")),
		}
	],
	[build |
		some entry in running.commands
		entry.command.program == "docker"
		builds(entry.words)
		build := {
			"place": place_of(entry.file, entry.command),
			"pushes": pushed(entry.words),
			"registries": registries(running, entry.owner),
			"source": source_of_words(entry.words),
		}
	],
)

builds(words) if words[0] == "build"

builds(words) if {
	words[0] == "buildx"
	words[1] in ["bake", "build"]
}

pushed_by(inputs) := "yes" if {
	inputs.push == "true"
} else := "computed" if {
	is_null(inputs.push)
} else := "computed" if {
	inputs.outputs != ""
} else := "no"

pushed(words) := "yes" if {
	some word in words
	word in ["--push", "--push=true"]
} else := "computed" if {
	null in words
} else := "no"

registries(running, owner) := {registry |
	some entry in running.steps
	entry.owner == owner
	entry.step.uses.action == "docker/login-action"
	registry := object.get(entry.step, ["inputs", "registry"], "docker.io")
}

source_of(null) := "computed"

source_of(context) := "remote" if remote(context)

source_of(context) := "repository" if {
	is_string(context)
	not remote(context)
}

# Of a build the last word is where its source is; of a bake any can be, or set it.
source_of_words(words) := "remote" if {
	some word in words
	remote(word)
} else := "computed" if {
	is_null(words[count(words) - 1])
} else := "computed" if {
	words[1] == "bake"
	null in words
} else := "repository"

remote(text) if {
	is_string(text)
	some start in ["http://", "https://", "git://", "git@", "ssh://"]
	startswith(text, start)
}

signing_actions := {
	"actions/attest": "an attestation",
	"actions/attest-build-provenance": "an attestation of provenance",
	"actions/attest-sbom": "an attestation of an SBOM",
	"anchore/sbom-action": "an SBOM",
	"sigstore/gh-action-sigstore-python": "a signature",
}

signing_inputs := {"attests": "attestations", "provenance": "provenance", "sbom": "an SBOM"}

# Signatures, attestations, SBOMs and provenance that are asked for; a default of BuildKit is not.
provided(running) := array.flatten([
	[{"what": what, "place": place_of(entry.file, entry.step.uses)} |
		some entry in running.steps
		what := signing_actions[entry.step.uses.action]
	],
	[{"what": "provenance of SLSA", "place": place_of(entry.file, entry.job.uses)} |
		some entry in running.jobs
		startswith(entry.job.uses.action, "slsa-framework/")
	],
	[{"what": what, "place": place_of(entry.file, entry.step.uses)} |
		some entry in running.steps
		building_actions[entry.step.uses.action]
		some name, what in signing_inputs
		is_on(entry.step.inputs[name])
	],
	[{"what": what, "place": place_of(entry.file, entry.command)} |
		some entry in running.commands
		some what in provided_by(entry.command.program, entry.words)
	],
])

is_on(value) if not off[value]

off := {"", "false", "none"}

provided_by("cosign", words) := {"a signature"} if words[0] in ["sign", "sign-blob"]

provided_by("cosign", words) := {"an attestation"} if words[0] in ["attest", "attest-blob"]

provided_by("gh", words) := {"an attestation"} if {
	words[0] == "attestation"
	words[1] != "verify"
}

provided_by("syft", _) := {"an SBOM"}

provided_by("docker", words) := {what |
	builds(words)
	some word in words
	some flag, what in {"--attest": "attestations", "--provenance": "provenance", "--sbom": "an SBOM"}
	startswith(word, flag)
	is_on(trim_prefix(trim_prefix(word, flag), "="))
}
