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
	some id, instance in instances(claim, policy)
	check := shown(id, instance.declared, outcome(instance, facts, given))
}

# METADATA
# description: The checks that stand for what is wrong with a claim's policy, by their identifier.
notices(claim, policy, place, given) := {id: check |
	some id, notice in noticed(claim, policy, given)
	words := object.union(notice, {"weight": "required", "grade": "observed"})
	check := shown(id, words, lib.unknown(id, notice.message, [place], []))
}

# METADATA
# description: A check of the results, by the words of its declaration and its outcome.
shown(id, words, outcome) := object.union_n([said, judged, remedy]) if {
	said := {"id": id, "title": words.title, "weight": words.weight, "grade": words.grade}
	judged := object.filter(outcome, ["outcome", "message", "locations", "missing"])
	remedy := {"remedy": words.remedy | outcome.outcome in {"fail", "unknown"}; count(outcome.missing) == 0}
}

noticed(_, {}, _) := {"policy": {
	"title": "A policy is written for the claim",
	"message": "No policy has been written for this claim yet.",
}}

noticed(claim, policy, given) := object.union(reworded(claim, policy), stray(policy, given)) if policy != {}

reworded(claim, policy) := {"wording": {
	"title": "The claim is worded as its policy expects",
	"message": "The claim is worded otherwise than when its policy was written.",
	"remedy": "Read the policy against the new wording, then pin the digest of the new statement in its METADATA.",
}} if {
	claim.statementDigest != policy.statement
}

reworded(claim, policy) := {} if claim.statementDigest == policy.statement

stray(policy, given) := {"undeclared": notice |
	names := undeclared(policy, given)
	count(names) > 0
	notice := {
		"title": "The policy judges what it declares",
		"message": $"The policy gave outcomes for checks that it does not declare: {lib.listing(names)}.",
		"remedy": "Declare them in the METADATA of the policy.",
	}
}

undeclared(policy, given) := {name |
	some said in given
	name := object.get(said, "check", "(none)")
	not policy.checks[name]
}

instances(claim, policy) := {id: instance |
	some check, words in policy.checks
	some subject in subjects_of(claim, words)
	id := concat("/", [part | some part in [check, subject]; part != ""])
	instance := {"check": check, "subject": subject, "declared": words}
}

outcome(instance, _, null) := lib.unknown(instance.check, "The policy failed while it was evaluated.", [], [])

outcome(instance, facts, given) := result if {
	is_set(given)
	missing := blind(facts, instance.declared.facts)
	count(missing) > 0
	result := lib.unknown(instance.check, lib.cannot_see(missing), [], missing)
} else := result if {
	is_set(given)
	uncited(instance)
	message := $"The claim cites nothing that this check could look at: no {instance.declared.each}."
	result := lib.unknown(instance.check, message, [], [])
} else := settled(instance, [o | some o in given; answers(o, instance)]) if {
	is_set(given)
}

subjects_of(_, declared) := {""} if not declared.each

subjects_of(claim, declared) := subjects if {
	subjects := lib.subjects(claim.links, declared.each)
	count(subjects) > 0
}

subjects_of(claim, declared) := {""} if count(lib.subjects(claim.links, declared.each)) == 0

uncited(instance) if {
	instance.declared.each
	instance.subject == ""
}

blind(facts, names) := {entry |
	some name in names
	some entry in unseen(name, object.get(facts, name, null))
}

unseen(name, fact) := lib.missing(name, fact) if not lib.observed(fact)

unseen(_, fact) := [] if {
	lib.observed(fact)
	is_object(fact.value)
}

unseen(name, fact) := lib.unreadable(name) if {
	lib.observed(fact)
	not is_object(fact.value)
}

answers(given, instance) if {
	is_object(given)
	given.check == instance.check
	object.get(given, "subject", "") == instance.subject
}

settled(instance, []) := lib.unknown(instance.check, "The policy gave no outcome for this check.", [], [])

settled(_, [given]) := given if well_formed(given)

settled(instance, [given]) := result if {
	not well_formed(given)
	result := lib.unknown(instance.check, "The policy gave an outcome that cannot be read.", [], [])
}

settled(instance, several) := lib.unknown(instance.check, message, [], []) if {
	count(several) > 1
	sides := {$"{given.outcome} ({given.message})" | some given in several}
	message := $"The policy contradicts itself: {concat(", ", sort(sides))}."
}

well_formed(given) if {
	given.outcome in {"pass", "fail", "unknown", "not-applicable"}
	is_string(given.message)
	given.message != ""
	is_list(given.locations)
	every place in given.locations {
		placed(place)
	}
	is_list(given.missing)
	every entry in given.missing {
		is_string(entry.fact)
		is_string(entry.status)
	}
}

is_list(value) if is_array(value)

is_list(value) if is_set(value)

placed(place) if {
	is_string(place.path)
	lined(object.get(place, "line", 1))
}

lined(line) if {
	is_number(line)
	line >= 1
}
