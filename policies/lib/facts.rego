package lib

# METADATA
# description: The statuses of a fact that was not seen. 'absent' is an observation, and not among them.
blind_statuses := {"forbidden", "unavailable", "error", "not-collected"}

# METADATA
# description: Whether a fact, or an envelope inside one, has a value.
observed(envelope) if {
	is_object(envelope)
	envelope.status == "observed"
	not is_null(object.get(envelope, "value", null))
}

# METADATA
# description: Whether a fact, or an envelope inside one, was observed not to be.
absent(envelope) if {
	is_object(envelope)
	envelope.status == "absent"
}

# METADATA
# description: What keeps a fact from being read, as a list of one for an outcome's missing; empty when it can be.
missing(_, envelope) := [] if observed(envelope)

missing(_, envelope) := [] if absent(envelope)

missing(name, envelope) := [entry] if {
	blind(envelope)
	said := {key: words |
		some key in {"reason", "permission", "remedy"}
		words := object.get(envelope, key, null)
		is_string(words)
	}
	entry := object.union({"fact": name, "status": envelope.status}, said)
}

missing(name, null) := [{"fact": name, "status": "not-collected", "reason": "the snapshot does not have it"}]

missing(name, envelope) := unreadable(name) if {
	not observed(envelope)
	not absent(envelope)
	not blind(envelope)
	not is_null(envelope)
}

# METADATA
# description: The missing of a fact whose shape is not the schema's.
unreadable(name) := [{"fact": name, "status": "error", "reason": "the snapshot has it in a shape that cannot be read"}]

# METADATA
# description: What could not be seen, why, and what would show it.
cannot_see(missing_facts) := concat(" ", sort({unseen(entry) | some entry in missing_facts}))

blind(envelope) if {
	is_object(envelope)
	envelope.status in blind_statuses
}

unseen(entry) := $"The fact '{entry.fact}' could not be seen: {entry.status}{because(entry)}.{instead(entry)}"

because(entry) := concat("", [part |
	some key, words in {"permission": ", it needs ", "reason": ", "}
	value := object.get(entry, key, "")
	value != ""
	part := $"{words}{trim_suffix(value, ".")}"
])

instead(entry) := $" {trim_suffix(entry.remedy, ".")}." if object.get(entry, "remedy", "") != ""

instead(entry) := "" if object.get(entry, "remedy", "") == ""
