package lib.declared

import data.lib

settled(check, []) := lib.unknown(check, "The policy gave no outcome for this check.", [], [])

settled(check, [answer]) := answer if {
	well_formed(answer)
} else := lib.unknown(check, "The policy gave an outcome that cannot be read.", [], [])

settled(check, answers) := lib.unknown(check, message, [], []) if {
	count(answers) > 1
	sides := {$"{answer.outcome} ({answer.message})" | some answer in answers}
	message := $"The policy contradicts itself: {concat(", ", sort(sides))}."
}

well_formed(answer) if {
	answer.outcome in {"pass", "fail", "unknown", "not-applicable"}
	is_string(answer.message)
	answer.message != ""
	is_list(answer.locations)
	every place in answer.locations {
		placed(place)
	}
	is_list(answer.missing)
	every entry in answer.missing {
		explained(entry)
	}
}

is_list(value) if is_array(value)

is_list(value) if is_set(value)

placed(place) if {
	is_string(place.path)
	line := object.get(place, "line", 1)
	is_number(line)
	line >= 1
	floor(line) == line
}

explained(entry) if {
	is_string(entry.fact)
	is_string(entry.status)
	every key, words in entry {
		key in {"fact", "status", "reason", "permission", "remedy"}
		is_string(words)
	}
}
