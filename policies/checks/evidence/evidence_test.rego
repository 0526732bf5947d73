package checks.evidence_test

import data.checks.evidence
import data.lib

path := {"target": "docs/a.md", "kind": "path", "path": "docs/a.md", "line": 5}

anchored := {"target": "docs/a.md#x", "kind": "path", "path": "docs/a.md", "anchor": "x", "line": 5}

site := {"target": "https://example.org/a#x", "kind": "site", "line": 5}

said(link, target) := [outcome.outcome, outcome.message] if {
	outcome := evidence.outcome(link, set(), {"status": "observed", "value": {"targets": {link.target: target}}})
}

file := {"kind": "path", "resolution": "file"}

section(words) := {"status": "observed", "value": {"line": 3, "words": words, "links": 0, "images": 0}}

test_resolutions if {
	outcomes := {resolution: said(path, {"kind": "path", "resolution": resolution}) |
		some resolution in [
			"file", "directory", "submodule", "missing",
			"dangling-symlink", "looping-symlink", "escaping-symlink", "other",
		]
	}
	outcomes == {
		"file": ["pass", "docs/a.md is there."],
		"directory": ["pass", "docs/a.md is there."],
		"submodule": ["pass", "docs/a.md is there."],
		"missing": ["fail", "docs/a.md is not in the repository."],
		"dangling-symlink": ["fail", "docs/a.md is a symbolic link to something that is not there."],
		"looping-symlink": ["fail", "docs/a.md is a symbolic link that leads back to itself."],
		"escaping-symlink": ["fail", "docs/a.md is a symbolic link that leads out of the repository."],
		"other": ["unknown", "The snapshot does not say what docs/a.md is."],
	}
}

test_anchors if {
	said(anchored, object.union(file, {"section": section(1)})) == ["pass", "docs/a.md#x is there and says something."]
	said(anchored, object.union(file, {"section": section(0)})) == ["fail", "The section docs/a.md#x is empty."]
	said(anchored, object.union(file, {"section": section("many")}))[0] == "unknown"
	said(anchored, object.union(file, {"section": {"status": "absent"}})) == ["fail", "docs/a.md has no heading 'x'."]
	near := object.union(file, {"section": {"status": "absent"}, "nearest": "xy"})
	said(anchored, near) == ["fail", "docs/a.md has no heading 'x'. The nearest is 'xy'."]
	said(anchored, object.union(file, {"section": {"status": "error", "reason": "too deep"}}))[0] == "unknown"
	said(anchored, file) == ["unknown", "Whether docs/a.md has 'x' is not known: it is not read as Markdown."]
	said(anchored, {"kind": "path", "resolution": "directory"}) == ["fail", "docs/a.md is a directory, which has no 'x'."]
}

test_images_and_links_are_content if {
	every kind in ["links", "images"] {
		target := object.union(file, {"section": {"status": "observed", "value": object.union(section(0).value, {kind: 1})}})
		said(anchored, target)[0] == "pass"
	}
}

test_sites if {
	outcomes := {response: said(site, {"kind": "site", "response": {"status": "observed", "value": response}})[0] |
		some response in [
			{"httpStatus": 200, "anchorFound": true}, {"httpStatus": 200, "anchorFound": false}, {"httpStatus": 200},
			{"httpStatus": 404}, {"httpStatus": 403}, {"httpStatus": 503}, {"httpStatus": "200"},
		]
	}
	outcomes == {
		{"httpStatus": 200, "anchorFound": true}: "pass", {"httpStatus": 200, "anchorFound": false}: "fail",
		{"httpStatus": 200}: "unknown", {"httpStatus": 404}: "fail", {"httpStatus": 403}: "unknown",
		{"httpStatus": 503}: "unknown", {"httpStatus": "200"}: "unknown",
	}
	plain := object.union(site, {"target": "https://example.org/a"})
	said(plain, {"kind": "site", "response": {"status": "observed", "value": {"httpStatus": 200}}})[0] == "pass"
	said(plain, {"kind": "site", "response": {"status": "absent"}}) == ["fail", "Nothing answers at https://example.org/a."]
}

test_a_site_that_nobody_looked_at_says_how_to_look if {
	target := {"kind": "site", "response": {"status": "not-collected", "remedy": "Run with --online."}}
	outcome := evidence.outcome(site, set(), {"status": "observed", "value": {"targets": {site.target: target}}})
	[outcome.outcome, outcome.missing] == ["unknown", [{"fact": "targets", "status": "not-collected", "remedy": "Run with --online."}]]
	said(site, {"kind": "site"})[0] == "unknown"
}

test_other_targets if {
	said(path, {"kind": "invalid"}) == ["fail", "docs/a.md is neither a path in the repository nor a web address."]
	said(path, {"kind": "odd"})[0] == "unknown"
	said(path, null)[0] == "unknown"
	said(object.union(path, {"target": "x"}), {})[0] == "unknown"
}

test_blind_fact if {
	every fact in [null, {}, 1, {"status": "absent"}, {"status": "error"}, {"status": "observed", "value": []}, {"status": "forbidden", "value": {"targets": {"docs/a.md": file}}}] {
		evidence.outcome(path, set(), fact).outcome == "unknown"
	}
}

test_one_check_for_each_target if {
	fact := {"status": "observed", "value": {"targets": {"docs/a.md": object.union(file, {"resolvedPath": "real.md"})}}}
	checks := evidence.checks("case.md", [path, object.union(path, {"line": 9}), anchored], fact)
	{id: [check.outcome, check.weight] | some id, check in checks} == {"link/docs/a.md": ["pass", "required"], "link/docs/a.md#x": ["unknown", "required"]}
	checks["link/docs/a.md"].locations == {lib.at("case.md", 5), lib.at("case.md", 9), lib.in_file("real.md")}
}
