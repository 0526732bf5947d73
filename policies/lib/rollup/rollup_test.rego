package lib.rollup_test

import data.lib.rollup

check(weight, outcome, grade) := {"weight": weight, "outcome": outcome, "grade": grade}

required(outcomes) := [check("required", outcome, "observed") | some outcome in outcomes]

test_verdict if {
	rollup.verdict(required(["pass", "unknown", "fail"])) == "violated"
	rollup.verdict(required(["pass", "unknown"])) == "undetermined"
	rollup.verdict(required(["pass", "not-applicable"])) == "supported"
	rollup.verdict(required(["not-applicable"])) == "undetermined"
	rollup.verdict([]) == "undetermined"
}

test_advisory_never_decides if {
	advisory := [check("advisory", outcome, "observed") | some outcome in ["pass", "fail", "unknown"]]
	rollup.verdict(advisory) == "undetermined"
	rollup.verdict(array.concat(advisory, required(["pass"]))) == "supported"
}

test_grades if {
	passed := [check("required", "pass", grade) | some grade in ["observed", "declared"]]
	rollup.grades(passed) == ["declared"]
	rollup.grades(array.concat(passed, [check("advisory", "pass", "attested"), check("required", "fail", "attested")])) == ["declared"]
	rollup.grades([]) == []
}

test_combined if {
	rollup.combined({"supported", "undetermined", "violated"}) == "violated"
	rollup.combined({"supported", "undetermined"}) == "undetermined"
	rollup.combined({"supported"}) == "supported"
	rollup.combined(set()) == "undetermined"
}

test_counts if {
	counts := rollup.counts([{"verdict": "violated"}, {"verdict": "violated"}, {"verdict": "supported"}])
	counts == {"supported": 1, "violated": 2, "undetermined": 0}
}
