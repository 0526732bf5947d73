# METADATA
# title: Cited documents
# description: Outcomes on the sections that a case cites, from what the fact 'targets' says of each.
package checks.documents

import data.lib

# METADATA
# title: A section says something
# description: >-
#   A plain sentence with all the terms passes. Only negated or optional ones, or both kinds, are unknown, since a person has to
#   read them. A section without any fails: it says nothing of the kind.
states(check, key, target, terms) := lib.decide(check, failures, doubts, otherwise) if {
	section := object.get(target, "section", null)
	saying := sayings(section, terms)
	plain := [sentence | some sentence in saying; sentence.negated == false; sentence.optional == false]
	failures := array.concat(not_there(key, section), silent(key, target, saying, terms))
	doubts := array.concat(unread(key, section), doubtful(target, saying, plain, terms))
	otherwise := lib.pass(check, $"{key} says so ({lib.listing(terms)}).", lines(target, plain))
}

# METADATA
# title: A section has prose of its own
# description: Words beyond headings and links.
prose(check, key, target) := lib.decide(check, failures, unread(key, section), otherwise) if {
	section := object.get(target, "section", null)
	wordless := [lib.finding(message, lines(target, [section.value])) |
		readable(section)
		section.value.words <= 0
		message := $"{key} has no prose beyond headings and links"
	]
	failures := array.concat(not_there(key, section), wordless)
	message := $"{key} has {section.value.words} words of prose of its own."
	otherwise := lib.pass(check, message, {place | some place in lines(target, [section.value])})
}

# METADATA
# title: The paths that a document names exist
mentions(check, key, target) := lib.decide(check, gone, doubts, otherwise) if {
	named := object.get(target, "mentions", null)
	doubts := [lib.doubt(message, [], lib.missing("targets", named)) |
		not told(named)
		message := $"the paths that {key} names are not known"
	]
	gone := [lib.finding(message, lines(target, [path])) |
		some path in named.value.missing
		message := $"{target.path} names {path.path}, which the tree does not have"
	]
	message := $"All paths that {target.path} names exist ({named.value.count})."
	otherwise := lib.pass(check, message, {lib.in_file(path) | path := target.path})
}

sayings(section, terms) := [sentence |
	readable(section)
	some sentence in section.value.statements
	every term in terms { term in sentence.terms }
]

not_there(key, section) := [lib.finding($"{key} is not there", []) | lib.absent(section)]

silent(key, target, saying, terms) := [lib.finding(message, lines(target, [target.section.value])) |
	readable(target.section)
	count(saying) == 0
	message := $"no sentence of {key} speaks of {lib.listing(terms)} together"
]

doubtful(target, saying, plain, terms) := [lib.doubt(message, lines(target, doubted), []) |
	doubted := [sentence | some sentence in saying; not sentence in plain]
	count(doubted) > 0
	message := $"a sentence on {lib.listing(terms)} negates it or makes it optional, so a person has to read it"
]

unread(key, section) := [lib.doubt($"what {key} says is not known", [], lib.missing("targets", section)) |
	not readable(section)
	not lib.absent(section)
]

readable(section) if {
	lib.observed(section)
	is_array(section.value.statements)
	is_number(section.value.words)
}

told(envelope) if {
	lib.observed(envelope)
	is_array(envelope.value.missing)
	count(envelope.value.missing) == envelope.value.missingCount
}

lines(target, sentences) := {lib.at(target.path, sentence.line) | some sentence in sentences}

# METADATA
# title: One of several sections says something
# description: >-
#   One plain sentence in any of them is enough, unless another of them negates it or makes it optional. A section that cannot be
#   seen may do so.
states_somewhere(check, targets, terms) := lib.decide(check, failures, doubts, otherwise) if {
	outcomes := [states(check, key, target, terms) | some key, target in targets]
	passed := [outcome | some outcome in outcomes; outcome.outcome == "pass"]
	unclear := [outcome | some outcome in outcomes; outcome.outcome == "unknown"]
	none := [lib.doubt("the claim cites no section that could say so", [], []) | count(outcomes) == 0]
	doubts := array.concat(none, unclear)
	failures := [outcome | count(passed) == 0; count(doubts) == 0; some outcome in outcomes]
	places := {place | some outcome in passed; some place in outcome.locations}
	otherwise := lib.pass(check, $"It is said ({lib.listing(terms)}).", places)
}
