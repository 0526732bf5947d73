package checks.branch_rules_test

import data.checks.branch_rules
import data.lib

rules(required) := {"branch": "main", "requiredChecks": required}

from(required) := branch_rules.requires_from("required", rules(required), {"DCO"}, {"dco"})

test_requires_from if {
	cases := [
		[[{"context": "DCO", "app": "dco"}], "pass", "main requires DCO."],
		[[{"context": "DCO"}, {"context": "DCO", "app": "dco"}], "pass", "main requires DCO."],
		[[{"context": "DCO"}], "fail", "main requires DCO, but not from dco: another app can report it."],
		[[{"context": "DCO", "app": "x"}], "fail", "main requires DCO, but not from dco: another app can report it."],
		[[{"context": "dco ", "app": "dco"}], "fail", "main requires no status check named DCO."],
		[[], "fail", "main requires no status check named DCO."],
	]
	every case in cases {
		outcome := from(case[0])
		[outcome.outcome, outcome.message] == [case[1], case[2]]
	}
}

test_rules_of_another_shape_say_nothing if {
	every value in [null, "", 0, {}] {
		not from(value)
		not branch_rules.requires_jobs("required", rules(value), {}, {entry(job)}, [])
	}
}

job := {"id": "lint", "line": 4}

entry(given) := {"root": "ci.yml", "home": "ci.yml", "job": given, "callers": []}

workflow(event, name) := {"status": "observed", "value": {
	"triggers": {event: {"line": 2}},
	"jobs": [{"id": "x", "name": name, "line": 9}],
}}

jobs(entries, contexts) := branch_rules.requires_jobs("required", rules(contexts), {"ci.yml": {"status": "error"}}, entries, [])

named(names) := [{"context": name} | some name in names]

matrix(axes) := object.union(job, {"matrix": axes})

test_names_of_checks if {
	cases := [
		[job, ["lint"], "pass"],
		[job, ["Lint"], "fail"],
		[object.union(job, {"name": "Lint"}), ["Lint"], "pass"],
		[object.union(job, {"name": "Lint"}), ["lint"], "fail"],
		[matrix({}), ["lint"], "pass"],
		[matrix({"go": ["1", "2"]}), ["lint (1)", "lint (2)"], "pass"],
		[matrix({"go": ["1", "2"]}), ["lint (1)"], "fail"],
		[matrix({"go": ["1", "2"]}), ["lint"], "fail"],
		[matrix({"go": null}), ["lint (1)"], "unknown"],
		[matrix({"go": []}), ["lint (1)"], "unknown"],
		[matrix({"go": null}), ["test"], "fail"],
		[matrix({"go": ["1"], "os": ["a"]}), ["lint (1, a)"], "unknown"],
		[matrix({"go": ["1"], "os": ["a"]}), ["other"], "fail"],
		[object.union(matrix({"go": ["1"]}), {"name": "L ${{ matrix.go }}"}), ["L 1"], "pass"],
		[object.union(matrix({"go": ["1"]}), {"name": "L ${{matrix.go}}"}), ["L 1"], "pass"],
		[object.union(matrix({"go": ["1"]}), {"name": "L ${{ matrix.os }}"}), ["L 1"], "unknown"],
		[object.union(job, {"name": "L ${{ github.ref }}"}), ["L x"], "unknown"],
		[object.union(job, {"name": "${{ github.ref }}"}), ["anything"], "unknown"],
	]
	every case in cases {
		outcome := jobs({entry(case[0])}, named(case[1])).outcome
		[case[0], outcome] == [case[0], case[2]]
	}
}

test_checks_of_called_jobs if {
	called := object.union(entry(job), {"callers": [{"id": "call"}]})
	jobs({called}, named(["call / lint"])).outcome == "pass"
	jobs({called}, named(["lint"])).outcome == "fail"
	jobs({called}, named(["call"])).outcome == "fail"
	deep := object.union(entry(job), {"callers": [{"id": "call"}, {"id": "again"}]})
	jobs({deep}, named(["call / again / lint"])).outcome == "unknown"
	jobs({deep}, named(["lint"])).outcome == "fail"
}

test_apps if {
	jobs({entry(job)}, [{"context": "lint", "app": "github-actions"}]).outcome == "pass"
	jobs({entry(job)}, [{"context": "lint", "app": "dco"}]).outcome == "fail"
	jobs({entry(job)}, [{"context": "lint", "app": "dco"}, {"context": "lint"}]).outcome == "pass"
}

test_every_job_is_required if {
	outcome := jobs({entry(job), entry({"id": "vet", "line": 7})}, named(["lint"]))
	outcome.message == "main does not require the check 'vet'"
	outcome.locations == {{"path": "ci.yml", "line": 7}}
}

test_no_job_is_known if jobs(set(), named(["lint"])).outcome == "unknown"

test_further_doubts_are_kept if {
	outcome := branch_rules.requires_jobs("required", rules(named(["lint"])), {}, {entry(job)}, [lib.doubt("d", [], [])])
	[outcome.outcome, outcome.message] == ["unknown", "d"]
}

test_a_job_of_the_same_name_elsewhere if {
	cases := [
		[workflow("pull_request", "lint"), "unknown"],
		[workflow("pull_request_target", "lint"), "unknown"],
		[workflow("push", "lint"), "pass"],
		[workflow("pull_request", "other"), "pass"],
		[{"status": "error"}, "unknown"],
		[{"status": "observed", "value": {}}, "unknown"],
	]
	every case in cases {
		files := {"ci.yml": workflow("pull_request", "lint"), "other.yml": case[0]}
		outcome := branch_rules.requires_jobs("required", rules(named(["lint"])), files, {entry(job)}, [])
		[case[0], outcome.outcome] == [case[0], case[1]]
	}
}
