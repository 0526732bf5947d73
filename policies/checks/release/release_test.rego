package checks.release_test

import data.checks.release

action(name, inputs) := {"line": 5, "uses": {"line": 5, "kind": "remote-action", "action": name}, "inputs": inputs}

login(registry) := action("docker/login-action", {"registry": registry})

build(inputs) := action("docker/build-push-action", inputs)

step(given) := {"file": "r.yml", "owner": "push", "step": given}

command(program, words) := {"file": "r.yml", "owner": "push", "words": words, "command": {"line": 8, "program": program}}

path(steps, commands) := {"path": "r.yml", "jobs": [], "doubts": [], "steps": [step(each) | some each in steps], "commands": commands}

blind := {"path": "r.yml", "jobs": [], "steps": [], "commands": [], "doubts": [{"message": "m", "locations": [], "missing": []}]}

test_builds_here if {
	cases := [
		[path([build({})], []), "pass"],
		[path([build({"context": "."})], []), "pass"],
		[path([build({"context": null})], []), "unknown"],
		[path([build({"context": "git@github.com:acme/gadget"})], []), "fail"],
		[path([], [command("docker", ["build", "."])]), "pass"],
		[path([], [command("docker", ["buildx", "bake"])]), "pass"],
		[path([], [command("docker", ["buildx", "bake", null, "frontend"])]), "unknown"],
		[path([], [command("docker", ["build", null, "."])]), "pass"],
		[path([], [command("docker", ["build", "-t", "x", null])]), "unknown"],
		[path([], [command("docker", ["buildx", "build", "https://example.org/x.git"])]), "fail"],
		[path([], [command("docker", ["buildx", "create"])]), "fail"],
		[path([], [command("make", [])]), "unknown"],
		[blind, "unknown"],
	]
	every case in cases { [case, release.builds_here("builds", case[0]).outcome] == [case, case[1]] }
}

test_pushes_to if {
	cases := [
		[path([login("ghcr.io"), build({"push": "true"})], []), "pass"],
		[path([login("ghcr.io"), build({"push": null})], []), "unknown"],
		[path([login("ghcr.io"), build({"outputs": "type=registry"})], []), "unknown"],
		[path([login("ghcr.io"), build({})], []), "fail"],
		[path([login("quay.io"), build({"push": "true"})], []), "fail"],
		[path([login(null), build({"push": "true"})], []), "unknown"],
		[path([action("docker/login-action", {}), build({"push": "true"})], []), "fail"],
		[path([login("ghcr.io")], [command("docker", ["buildx", "bake", "--push"])]), "pass"],
		[path([login("ghcr.io")], [command("docker", ["buildx", "bake", null])]), "unknown"],
		[path([login("ghcr.io")], [command("docker", ["build", "."])]), "fail"],
		[path([], [command("", [])]), "unknown"],
		[blind, "unknown"],
	]
	every case in cases { [case, release.pushes_to("pushes", case[0], "ghcr.io").outcome] == [case, case[1]] }
}

test_concession_holds if {
	slsa := {"file": "r.yml", "job": {"uses": {"line": 3, "action": "slsa-framework/slsa-github-generator/x.yml"}}}
	cases := [
		[path([build({})], [command("cosign", ["verify"])]), "pass"],
		[path([build({"sbom": "false", "provenance": "false"})], []), "pass"],
		[path([build({"sbom": "true"})], []), "unknown"],
		[path([build({"provenance": null})], []), "unknown"],
		[path([action("actions/attest", {})], []), "unknown"],
		[path([], [command("cosign", ["sign"])]), "unknown"],
		[path([], [command("cosign", ["attest"])]), "unknown"],
		[path([], [command("gh", ["attestation", "sign"])]), "unknown"],
		[path([], [command("gh", ["attestation", "verify"])]), "pass"],
		[path([], [command("syft", [])]), "unknown"],
		[path([], [command("docker", ["buildx", "build", "--attest=type=sbom"])]), "unknown"],
		[path([], [command("docker", ["buildx", "build", "--provenance=false"])]), "pass"],
		[path([], [command("docker", ["buildx", "build", null, "."])]), "unknown"],
		[path([], [command("docker", ["buildx", "bake"])]), "unknown"],
		[object.union(path([], []), {"jobs": [slsa]}), "unknown"],
		[blind, "unknown"],
	]
	every case in cases { [case, release.concession_holds("concession", {"r.yml": case[0]}).outcome] == [case, case[1]] }
}

test_gap_tracked if {
	words := ["sbom", "signed"]
	release.gap_tracked("gap", [{"statement": "No SBOM yet."}], words).outcome == "pass"
	release.gap_tracked("gap", [{"statement": "It rains."}], words).outcome == "fail"
	release.gap_tracked("gap", [{"line": 3}], words).outcome == "unknown"
	release.gap_tracked("gap", [], words).outcome == "fail"
}

triggered(triggers) := {"status": "observed", "value": {"jobs": [], "triggers": triggers}}

test_only_by_tags if {
	cases := [
		[triggered({"push": {"line": 2, "tags": [{"pattern": "v*", "line": 3}]}}), "pass"],
		[triggered({"workflow_call": {"line": 2}}), "pass"],
		[triggered({"push": {"line": 2}}), "fail"],
		[triggered({"workflow_dispatch": {"line": 2}}), "fail"],
		[{"status": "error"}, "unknown"],
		[null, "unknown"],
	]
	every case in cases { [case, release.only_by_tags("tags", "r.yml", case[0]).outcome] == [case, case[1]] }
}
