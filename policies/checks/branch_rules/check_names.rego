package checks.branch_rules

# The names of a job's checks; of a job that another calls 'caller / called'. Undefined when they cannot be told.
contexts_of(entry) := names_of(entry.job) if entry.callers == []

contexts_of(entry) := {concat(" / ", [outer, inner]) | some outer in names_of(caller); some inner in names_of(entry.job)} if {
	[caller] := entry.callers
	count(names_of(caller)) > 0
	count(names_of(entry.job)) > 0
}

# A job's name, else its identifier; of a matrix, each value of its axis in parentheses where the name does not have it.
names_of(job) := {written(job)} if {
	count(object.get(job, "matrix", {})) == 0
	not contains(written(job), "${{")
}

names_of(job) := {name | some value in values; name := varied(written(job), axis, value)} if {
	axes := object.keys(job.matrix)
	count(axes) == 1
	some axis in axes
	values := job.matrix[axis]
	count(values) > 0
	not contains(varied(written(job), axis, ""), "${{")
}

varied(name, _, value) := concat("", [name, " (", value, ")"]) if not contains(name, "${{")

varied(name, axis, value) := replace(replace(name, concat("", ["${{ matrix.", axis, " }}"]), value), concat("", ["${{matrix.", axis, "}}"]), value) if {
	contains(name, "${{")
}

# What the names of the checks start with, where that much is known.
known_prefix(entry) := prefix if {
	first := array.concat(entry.callers, [entry.job])[0]
	prefix := split(written(first), "${{")[0]
	prefix != ""
}

written(job) := object.get(job, "name", job.id)
