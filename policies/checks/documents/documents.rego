# METADATA
# title: Cited documents
# description: Outcomes on the sections that a case cites, from what the fact 'targets' says of each.
package checks.documents

import data.lib

# METADATA
# title: A section says something
# description: >-
#   A plain sentence with all the terms passes. Only negated or optional ones, or both kinds, are unknown, since a person has to
#   read them. None fails.
states(check, key, target, terms) := lib.decide(check, failures, doubts, otherwise) if {
	saying := sayings(target, terms)
	plain := [sentence | some sentence in saying; sentence.negated == false; sentence.optional == false]
	failures := array.concat(not_there(key, target), silent(key, target, saying, terms))
	doubts := array.concat(unseen(key, target), doubtful(target, saying, plain, terms))
	otherwise := lib.pass(check, $"{key} says so ({lib.listing(terms)}).", lines(target, plain))
}

# METADATA
# title: A section has prose of its own
# description: Words beyond headings and links.
prose(check, key, target) := lib.decide(check, failures, unseen(key, target), otherwise) if {
	failures := array.concat(not_there(key, target), wordless(key, target))
	otherwise := lib.pass(
		check, $"{key} has {target.section.value.words} words of prose of its own.",
		[lib.at(target.path, target.section.value.line)],
	)
}

# METADATA
# title: The paths that a document names exist
mentions(check, key, target) := lib.decide(check, gone, doubts, otherwise) if {
	doubts := [lib.doubt($"the paths that {key} names are not known", [], found) |
		found := lib.missing("targets", object.get(target, "mentions", null))
		count(found) > 0
	]
	gone := [lib.finding(message, [lib.at(target.path, path.line)]) |
		some path in target.mentions.value.missing
		message := $"{target.path} names {path.path}, which the tree does not have"
	]
	otherwise := lib.pass(check, $"All {target.mentions.value.count} paths that {target.path} names exist.", [lib.in_file(target.path)])
}

sayings(target, terms) := [sentence |
	lib.observed(target.section)
	some sentence in target.section.value.statements
	every term in terms { term in sentence.terms }
]

not_there(key, target) := [lib.finding($"{key} is not there", [lib.in_file(target.path)]) | lib.absent(target.section)]

silent(key, target, saying, terms) := [lib.finding(message, [lib.at(target.path, target.section.value.line)]) |
	lib.observed(target.section)
	count(saying) == 0
	message := $"no sentence of {key} speaks of {lib.listing(terms)} together"
]

doubtful(target, saying, plain, terms) := [lib.doubt(message, lines(target, doubted), []) |
	doubted := [sentence | some sentence in saying; not sentence in plain]
	count(doubted) > 0
	message := $"a sentence on {lib.listing(terms)} negates it or makes it optional, so a person has to read it"
]

wordless(key, target) := [lib.finding($"{key} has no prose beyond headings and links", [lib.at(target.path, target.section.value.line)]) |
	lib.observed(target.section)
	not target.section.value.words > 0
]

unseen(key, target) := [lib.doubt($"what {key} says is not known", [], found) |
	found := lib.missing("targets", object.get(target, "section", null))
	count(found) > 0
]

lines(target, sentences) := [lib.at(target.path, sentence.line) | some sentence in sentences]
