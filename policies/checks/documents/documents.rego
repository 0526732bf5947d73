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
	saying := sayings(target, terms)
	plain := [sentence | some sentence in saying; sentence.negated == false; sentence.optional == false]
	failures := array.concat(not_there(key, target), silent(key, target, saying, terms))
	doubts := array.flatten([unread(key, target), doubtful(target, saying, plain, terms)])
	otherwise := lib.pass(check, $"{key} says so ({lib.listing(terms)}).", lines(target, plain))
}

# METADATA
# title: A section has prose of its own
# description: Words beyond headings and links.
prose(check, key, target) := lib.decide(check, failures, unread(key, target), otherwise) if {
	wordless := [lib.finding($"{key} has no prose beyond headings and links", lines(target, [target.section.value])) |
		readable(target.section)
		target.section.value.words <= 0
	]
	failures := array.concat(not_there(key, target), wordless)
	message := $"{key} has {target.section.value.words} words of prose of its own."
	otherwise := lib.pass(check, message, [place | some place in lines(target, [target.section.value])])
}

# METADATA
# title: The paths that a document names exist
mentions(check, key, target) := lib.decide(check, gone, doubts, otherwise) if {
	doubts := [lib.doubt($"the paths that {key} names are not known", [], missing) |
		not told(target.mentions)
		missing := {entry | some entry in lib.missing("targets", target.mentions)}
	]
	gone := [lib.finding(message, lines(target, [path])) |
		some path in target.mentions.value.missing
		message := $"{target.path} names {path.path}, which the tree does not have"
	]
	message := $"All paths that {target.path} names exist ({target.mentions.value.count})."
	otherwise := lib.pass(check, message, [lib.in_file(path) | path := target.path])
}

sayings(target, terms) := [sentence |
	lib.observed(target.section)
	some sentence in target.section.value.statements
	every term in terms { term in sentence.terms }
]

not_there(key, target) := [lib.finding($"{key} is not there", []) | lib.absent(target.section)]

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

unread(key, target) := [lib.doubt($"what {key} says is not known", [], missing) |
	not readable(target.section)
	not lib.absent(target.section)
	missing := {entry | some entry in lib.missing("targets", target.section)}
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

told(envelope) if {
	lib.observed(envelope)
	count(envelope.value.missing) > 0
}

lines(target, sentences) := {lib.at(target.path, sentence.line) | some sentence in sentences}
