# METADATA
# title: Declared checks
# description: >-
#   The checks that are declared for a claim, each with an outcome, whatever its policy says: one that
#   is missing, contradicts another or rests on a fact that could not be seen is unknown.
package lib.declared

import data.lib

# METADATA
# description: Every declared check of a claim by its identifier, given what the claim's policy says (null when it failed).
checks(claim, policy, facts, given) := {id: check |
	said := by_instance(given)
	some id, instance in instances(claim, policy)
	check := shown(id, instance.declared, outcome(instance, facts, said))
}

# METADATA
# description: A check of the results, by the words of its declaration and its outcome.
shown(id, words, outcome) := object.union(told(id, words, outcome), {"remedy": words.remedy}) if {
	outcome.outcome in ["fail", "unknown"]
	count(outcome.missing) == 0
} else := told(id, words, outcome)

told(id, words, outcome) := {
	"id": id,
	"title": words.title,
	"weight": words.weight,
	"grade": words.grade,
	"outcome": outcome.outcome,
	"message": outcome.message,
	"locations": outcome.locations,
	"missing": outcome.missing,
}

instances(claim, policy) := {id: instance |
	some check, words in policy.checks
	some subject in subjects_of(claim, words)
	id := concat("/", [part | some part in [check, subject]; part != ""])
	instance := {"check": check, "subject": subject, "declared": words}
}

# An instance without a subject stands for a check whose claim cites nothing for it to look at.
subjects_of(claim, words) := subjects if {
	subjects := lib.subjects(claim.links, words.each)
	count(subjects) > 0
} else := {""}

# Outcomes by check and subject: in WebAssembly a search among all of them for each instance takes seconds.
by_instance(null) := null

by_instance(given) := lib.merged([{said.check: {object.get(said, "subject", ""): {said: true}}} |
	some said in given
	named(said)
]) if {
	is_set(given)
}

outcome(instance, _, null) := lib.unknown(instance.check, "The policy failed while it was evaluated.", [], [])

outcome(instance, facts, said) := result if {
	is_object(said)
	missing := blind(facts, instance.declared.facts)
	count(missing) > 0
	result := lib.unknown(instance.check, lib.cannot_see(missing), [], missing)
} else := result if {
	is_object(said)
	instance.declared.each
	instance.subject == ""
	message := $"The claim cites nothing that this check could look at: no {instance.declared.each}."
	result := lib.unknown(instance.check, message, [], [])
} else := settled(instance.check, answers) if {
	is_object(said)
	answers := [answer | some answer, _ in object.get(said, [instance.check, instance.subject], {})]
}

blind(facts, names) := {entry |
	some name in names
	some entry in unseen(name, object.get(facts, name, null))
}

unseen(name, fact) := lib.unreadable(name) if {
	lib.observed(fact)
	not is_object(fact.value)
} else := lib.missing(name, fact)

named(said) if is_string(said.check)
