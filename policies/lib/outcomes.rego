# METADATA
# title: What policies are written with
# description: Constructors of outcomes, guarded reads of facts, and what a claim cites.
package lib

# METADATA
# description: The check holds.
pass(check, message, locations) := made(check, "pass", message, locations, [])

# METADATA
# description: The check does not hold.
fail(check, message, locations) := made(check, "fail", message, locations, [])

# METADATA
# description: It cannot be told; missing are the facts that would tell, if it is for want of facts.
unknown(check, message, locations, missing_facts) := made(check, "unknown", message, locations, missing_facts)

# METADATA
# description: There is nothing for the check to judge, which an observed fact says.
not_applicable(check, message, locations) := made(check, "not-applicable", message, locations, [])

# METADATA
# description: The outcome for one subject of a check that is made for each of them.
for_subject(outcome, subject) := object.union(outcome, {"subject": subject})

# METADATA
# description: A line of a file.
at(path, line) := {"path": path, "line": line}

# METADATA
# description: A whole file.
in_file(path) := {"path": path}

# METADATA
# description: One reason why a check fails or cannot be told, for decide.
finding(message, locations) := {"message": message, "locations": locations, "missing": []}

# METADATA
# description: One reason why a check cannot be told, with the facts that are missing, for decide.
doubt(message, locations, missing_facts) := {"message": message, "locations": locations, "missing": missing_facts}

# METADATA
# description: Fails by any failure; else is unknown by any doubt; else is the given outcome.
decide(check, failures, _, _) := fail(check, told(failures), places(failures)) if count(failures) > 0

decide(check, failures, doubts, _) := outcome if {
	count(failures) == 0
	count(doubts) > 0
	missing_facts := {fact | some found in doubts; some fact in found.missing}
	outcome := unknown(check, told(doubts), places(doubts), missing_facts)
}

decide(_, failures, doubts, otherwise) := otherwise if {
	count(failures) == 0
	count(doubts) == 0
}

# METADATA
# description: Names in order, the first five of them and how many more.
listing(names) := $"{concat(", ", array.slice(sorted, 0, 5))}{more(count(sorted) - 5)}" if {
	sorted := sort({name | some name in names})
}

# METADATA
# description: Objects merged into one. OPA's own union of none is undefined in WebAssembly, and empty natively.
merged(objects) := object.union_n(array.concat([{}], objects))

more(left) := $" and {left} more" if left > 0

more(left) := "" if left <= 0

told(findings) := $"{concat("; ", array.slice(messages, 0, 5))}{more(count(messages) - 5)}" if {
	messages := sort({found.message | some found in findings})
}

places(findings) := {place | some found in findings; some place in found.locations}

made(check, outcome, message, locations, missing_facts) := {
	"check": check,
	"outcome": outcome,
	"message": message,
	"locations": locations,
	"missing": missing_facts,
}
