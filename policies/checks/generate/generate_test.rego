package checks.generate_test

import data.checks.generate
import data.checks.workflows

run(jobs) := [workflows.run({"actions": {}, "files": {"ci.yml": {"status": "observed", "value": {"triggers": {}, "jobs": jobs}}}}, "ci.yml")]

job(id, steps) := {"id": id, "line": 2, "needs": [], "steps": steps}

script(commands) := {"line": 3, "commands": {"status": "observed", "value": commands}}

command(line, program, words) := {"line": line, "program": program, "args": words, "exit": "propagates"}

go(words) := command(4, "go", array.concat(["generate"], words))

git(words) := command(6, "git", words)

plain := git(["diff", "--exit-code"])

compares(jobs) := generate.compares("compares", run(jobs))

outcome_of(commands) := compares([job("a", [script(commands)])]).outcome

test_generators if {
	cases := [
		[["./..."], "pass"],
		[["-x", "./..."], "pass"],
		[[], "fail"],
		[["./cmd/..."], "fail"],
		[["-n", "./..."], "fail"],
		[["-run=x", "./..."], "fail"],
		[["--skip", "x", "./..."], "fail"],
		[["-C", "x", "./..."], "fail"],
		[[null, "./..."], "unknown"],
	]
	every case in cases {
		[case[0], outcome_of([go(case[0]), plain])] == case
	}
}

test_diffs if {
	cases := [
		[["diff", "--exit-code"], "pass"],
		[["diff", "--quiet", "HEAD"], "pass"],
		[["--no-pager", "diff", "--exit-code", "--", "."], "pass"],
		[["diff-index", "--quiet", "HEAD"], "pass"],
		[["diff"], "fail"],
		[["diff", "--exit-code", "docs"], "fail"],
		[["diff", "--exit-code", "HEAD~1"], "fail"],
		[["diff", "--exit-code", "--diff-filter=D"], "fail"],
		[["diff", "--exit-code", "--cached"], "fail"],
		[["diff", "--exit-code", null], "unknown"],
		[["status", "--porcelain"], "unknown"],
		[["log"], "fail"],
	]
	every case in cases {
		[case[0], outcome_of([go(["./..."]), git(case[0])])] == case
	}
}

# test -z "$(git diff)" compares as well.
test_a_comparison_of_what_is_printed if {
	every words in [["diff"], ["diff", "--name-only"], ["ls-files", "--modified"]] {
		printed := object.union(git(words), {"exit": "swallowed", "exitBy": "substitution"})
		outcome_of([go(["./..."]), printed]) == "unknown"
		outcome_of([go(["./cmd"]), printed]) == "unknown"
	}
}

test_in_between if {
	cases := [
		[git(["add", "-N", "."]), plain, "pass"],
		[git(["add", "--intent-to-add", "."]), plain, "pass"],
		[git(["add", "."]), plain, "fail"],
		[git(["add", "."]), git(["diff", "--exit-code", "HEAD"]), "pass"],
		[git(["add", "."]), git(["diff", "--exit-code", "--staged"]), "pass"],
		[git(["add", "-N", "."]), git(["diff", "--exit-code", "--staged"]), "fail"],
		[git(["checkout", "."]), plain, "unknown"],
		[git(["stash"]), plain, "unknown"],
		[git(["status"]), plain, "pass"],
		[command(5, "cd", []), plain, "unknown"],
		[command(5, "gofmt", ["-w", "."]), plain, "pass"],
	]
	every case in cases {
		[case[0], case[1], outcome_of([go(["./..."]), case[0], case[1]])] == case
	}
}

test_what_stands_between_steps if {
	first := script([go(["./..."])])
	last := script([plain])
	uses := {"line": 5, "uses": {"line": 5, "kind": "remote-action", "reference": "acme/x@v1", "pinned": true}}
	compares([job("a", [first, last])]).outcome == "pass"
	compares([job("a", [first, uses, last])]).outcome == "unknown"
	compares([job("a", [first, {"line": 5, "commands": {"status": "error"}}, last])]).outcome == "unknown"
	compares([job("a", [uses, first, last, uses])]).outcome == "pass"
	compares([job("a", [last, first])]).outcome == "fail"
	compares([job("a", [first]), job("b", [last])]).outcome == "fail"
}

test_inside_a_local_action if {
	use := {"line": 5, "uses": {"line": 5, "kind": "local-action", "reference": "./v", "path": "v/action.yml", "pinned": true}}
	files := {"ci.yml": {"status": "observed", "value": {"triggers": {}, "jobs": [job("a", [script([go(["./..."])]), use])]}}}
	actions := {"v/action.yml": {"status": "observed", "value": {"using": "composite", "steps": [script([plain])]}}}
	running := [workflows.run({"actions": actions, "files": files}, "ci.yml")]
	generate.compares("compares", running).outcome == "pass"
	{entry.job.id | some entry in generate.jobs(running)} == {"a"}
}

test_flaws_of_commands if {
	cases := [
		[{"exit": "swallowed"}, "fail"],
		[{"exit": "unknown"}, "unknown"],
		[{"exit": null}, "unknown"],
		[{"conditional": true}, "unknown"],
	]
	every case in cases {
		[case[0], outcome_of([object.union(go(["./..."]), case[0]), plain])] == case
		[case[0], outcome_of([go(["./..."]), object.union(plain, case[0])])] == case
	}
}

test_folders_and_gates if {
	commands := [go(["./..."]), plain]
	cases := [
		[{"workingDirectory": "./"}, "pass"],
		[{"workingDirectory": "tools"}, "fail"],
		[{"workingDirectory": "${{ env.X }}"}, "unknown"],
		[{"if": {"line": 3, "expression": "x"}}, "fail"],
		[{"continueOnError": {"line": 3, "value": "dynamic"}}, "unknown"],
	]
	every case in cases {
		[case[0], compares([job("a", [object.union(script(commands), case[0])])]).outcome] == case
	}
	outcome_of([go(["./..."]), git(["diff", "--exit-code", "."])]) == "pass"
	in_folder := object.union(script([git(["diff", "--exit-code", "."])]), {"workingDirectory": "docs"})
	compares([job("a", [script([go(["./..."])]), in_folder])]).outcome == "fail"
}

test_one_job_without_a_flaw_is_enough if {
	swallowed := object.union(plain, {"exit": "swallowed"})
	unclear := object.union(plain, {"exit": "unknown"})
	clean := job("clean", [script([go(["./..."]), plain])])
	flawed := job("flawed", [script([go(["./..."]), swallowed])])
	doubtful := job("doubtful", [script([go(["./..."]), unclear])])
	compares([flawed, clean]).outcome == "pass"
	compares([flawed, doubtful]).outcome == "unknown"
	{entry.job.id | some entry in generate.jobs(run([flawed, clean]))} == {"clean"}
	{entry.job.id | some entry in generate.jobs(run([flawed, doubtful]))} == {"flawed", "doubtful"}
	generate.jobs(run([])) == set()
}

test_nothing_generates if {
	compares([job("a", [script([plain])])]).message == "no job of ci.yml runs go generate"
	every program in ["", "make", "verify.sh"] {
		outcome_of([command(4, program, [])]) == "unknown"
	}
	generate.compares("compares", [workflows.run({"files": {}, "actions": {}}, "ci.yml")]).outcome == "unknown"
}

untracked(commands) := generate.notices_untracked("untracked", run([job("a", [script(commands)])])).outcome

test_notices_untracked if {
	untracked([go(["./..."]), git(["add", "-N", "."]), plain]) == "pass"
	untracked([go(["./..."]), git(["status"]), plain]) == "pass"
	untracked([go(["./..."]), plain]) == "fail"
	untracked([plain]) == "unknown"
}

directive(path, output) := {"path": path, "line": 1, "program": "go", "module": "", "output": output}

to(path) := {"status": "observed", "value": path}

has(sources, directives) := generate.has_directive("has", sources, directives)

test_has_directive if {
	has({"a.go"}, [directive("a.go", to("x"))]).outcome == "pass"
	has({"a.go"}, [directive("a.go", to("x"))]).locations == {{"path": "a.go", "line": 1}}
	has({"a.go", "b.go"}, [directive("a.go", to("x"))]).message == "b.go has no go:generate directive"
	has(set(), [directive("a.go", to("x"))]).message == "the claim cites no Go source"
	has({"a.go"}, []).outcome == "fail"
	not has({"a.go"}, {"path": "a.go"})
}

filters(watched) := {"ci.yml": {"status": "observed", "value": {"exempt": {}, "watched": watched, "unmatched": []}}}

covered(found, directives) := generate.outputs_covered("covered", run([job("a", [script([go(["./..."])])])]), found, directives)

test_outputs_covered if {
	one := [directive("a.go", to("x"))]
	covered(filters({"x": {"starts": true}}), one).message == "A change to x alone starts ci.yml."
	by_pattern := covered(filters({"x": {"starts": false, "pattern": "x", "line": 7}}), one)
	by_pattern.message == "x, which the directive at a.go:1 generates, can change alone without starting ci.yml (pattern 'x' at ci.yml:7)"
	by_pattern.locations == {{"path": "a.go", "line": 1}, {"path": "ci.yml", "line": 7}}
	by_none := covered(filters({"x": {"starts": false}}), one)
	[by_none.outcome, by_none.message] == ["fail", "x, which the directive at a.go:1 generates, can change alone without starting ci.yml"]
	every result in [{}, {"starts": "true"}, {"starts": null}] {
		covered(filters({"x": result}), one).outcome == "unknown"
	}
	covered(filters({}), one).message == "whether a change to x starts ci.yml is not known"
	covered({}, one).message == "the path filters of ci.yml cannot be worked out"
	covered({"ci.yml": {"status": "absent"}}, one).outcome == "unknown"
	covered(filters({}), []).message == "the tree has no go:generate directive"
	not covered(filters({}), {})
	not covered([], one)
}

test_a_directive_without_output_is_named_and_hides_no_failure if {
	several := [directive("a.go", to("x")), directive("b.go", {"status": "absent"})]
	covered(filters({"x": {"starts": true}}), several).message == "what the directive at b.go:1 writes is not known"
	covered(filters({"x": {"starts": false}}), several).outcome == "fail"
	every broken in [{}, "", null, {"path": "a.go", "line": 1}, directive("a.go", to("")), directive("a.go", to([]))] {
		covered(filters({"x": {"starts": true}}), [directive("a.go", to("x")), broken]).outcome == "unknown"
	}
}

test_an_output_is_covered_by_every_workflow_that_generates if {
	value := {"triggers": {}, "jobs": [job("a", [script([go(["./..."])])])]}
	files := {path: {"status": "observed", "value": value} | some path in ["a.yml", "b.yml"]}
	running := [workflows.run({"actions": {}, "files": files}, path) | some path in ["a.yml", "b.yml"]]
	starting := filters({"x": {"starts": true}})["ci.yml"]
	exempting := filters({"x": {"starts": false}})["ci.yml"]
	one := [directive("a.go", to("x"))]
	generate.outputs_covered("c", running, {"a.yml": starting, "b.yml": starting}, one).outcome == "pass"
	generate.outputs_covered("c", running, {"a.yml": starting, "b.yml": exempting}, one).outcome == "fail"
}

test_a_module_of_its_own_is_entered_or_fails if {
	one := [object.union(directive("tools/a.go", to("x")), {"module": "tools"})]
	covered(filters({"x": {"starts": true}}), one).message == "the directive at tools/a.go:1 is in the module tools, which go generate ./... does not enter"
	inside := object.union(script([go(["./..."])]), {"workingDirectory": "tools"})
	running := run([job("a", [script([go(["./..."])]), inside])])
	generate.outputs_covered("c", running, filters({"x": {"starts": true}}), one).outcome == "pass"
}

test_no_workflow_generates if {
	outcome := generate.outputs_covered("c", run([]), filters({}), [directive("a.go", to("x"))])
	outcome.message == "no workflow is known to run go generate"
}
