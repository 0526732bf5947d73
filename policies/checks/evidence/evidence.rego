# METADATA
# title: Cited evidence
# description: One check for each target that a claim cites. What is cited must be there and say something.
package checks.evidence

import data.lib
import data.lib.declared

# METADATA
# description: A required check for each target that a claim cites, by its identifier, given the fact 'targets'.
checks(case_path, links, fact) := {id: check |
	some target, cites in by_target(links)
	id := $"link/{target}"
	words := {"title": $"What is cited is there: {target}", "weight": "required", "grade": "observed", "remedy": remedy}
	cited := {lib.at(case_path, line) | some line, _ in cites.lines}
	check := declared.shown(id, words, outcome(cites.link, cited, fact))
}

# Linear in the number of links: in WebAssembly a nested comprehension has no index.
by_target(links) := lib.merged([{link.target: {"link": link, "lines": {link.line: true}}} | some link in links])

remedy := "Correct the link in the case, or bring back what it cites."

# METADATA
# description: The outcome for the target of a link, given where the case cites it and the fact 'targets'.
outcome(link, cited, fact) := result if {
	missing := lib.missing("targets", fact)
	count(missing) > 0
	result := lib.unknown("link", $"Whether {link.target} is there is not known. {lib.cannot_see(missing)}", cited, missing)
} else := judged(link, cited, fact.value.targets[link.target]) if {
	is_object(fact.value.targets[link.target])
} else := lib.unknown(
	"link", $"The snapshot does not say whether {link.target} is there.",
	cited, lib.missing("targets", null),
)

judged(link, cited, target) := of_path(link, cited, target) if {
	target.kind == "path"
} else := of_site(link, cited, target) if {
	target.kind == "site"
} else := result if {
	target.kind == "invalid"
	result := lib.fail("link", $"{link.target} is neither a path in the repository nor a web address.", cited)
} else := unreadable(link, cited)

unreadable(link, cited) := lib.unknown(
	"link", $"The snapshot does not say what {link.target} is.",
	cited, lib.unreadable("targets"),
)

of_path(link, cited, target) := result if {
	why := not_there[target.resolution]
	result := lib.fail("link", $"{link.path} {why}.", cited)
} else := result if {
	target.resolution in {"file", "directory", "submodule"}
	not anchored(link)
	result := lib.pass("link", $"{link.target} is there.", cited | {lib.in_file(place(link, target))})
} else := result if {
	target.resolution in {"directory", "submodule"}
	result := lib.fail("link", $"{link.path} is a {target.resolution}, which has no '{link.anchor}'.", cited)
} else := result if {
	target.resolution == "file"
	result := of_section(link, cited | {lib.in_file(place(link, target))}, target)
} else := unreadable(link, cited)

not_there := {
	"missing": "is not in the repository",
	"dangling-symlink": "is a symbolic link to something that is not there",
	"looping-symlink": "is a symbolic link that leads back to itself",
	"escaping-symlink": "is a symbolic link that leads out of the repository",
}

anchored(link) if object.get(link, "anchor", "") != ""

place(link, target) := object.get(target, "resolvedPath", link.path)

of_section(link, places, target) := result if {
	lib.observed(target.section)
	section := target.section.value
	where := (places - {lib.in_file(place(link, target))}) | {lib.at(place(link, target), section.line)}
	result := with_content(link, where, (section.words + section.links) + section.images)
} else := result if {
	lib.absent(target.section)
	result := lib.fail("link", $"{link.path} has no heading '{link.anchor}'.{nearest(target)}", places)
} else := result if {
	missing := lib.missing("targets", target.section)
	count(missing) > 0
	result := lib.unknown("link", $"Whether {link.target} says something is not known. {lib.cannot_see(missing)}", places, missing)
} else := lib.unknown(
	"link", $"Whether {link.path} has '{link.anchor}' is not known: it is not read as Markdown.",
	places, lib.missing("targets", null),
)

with_content(link, places, content) := lib.pass("link", $"{link.target} is there and says something.", places) if content > 0

with_content(link, places, content) := lib.fail("link", $"The section {link.target} is empty.", places) if content <= 0

nearest(target) := $" The nearest is '{target.nearest}'." if {
	is_string(target.nearest)
} else := ""

of_site(link, cited, target) := result if {
	lib.observed(target.response)
	result := answered(link, cited, target.response.value)
} else := result if {
	lib.absent(target.response)
	result := lib.fail("link", $"Nothing answers at {link.target}.", cited)
} else := result if {
	missing := lib.missing("targets", object.get(target, "response", null))
	result := lib.unknown("link", $"Whether {link.target} is there is not known. {lib.cannot_see(missing)}", cited, missing)
}

answered(link, cited, response) := result if {
	response.httpStatus == 200
	found(link, response)
	result := lib.pass("link", $"{link.target} answers.", cited)
} else := result if {
	response.httpStatus == 200
	response.anchorFound == false
	result := lib.fail("link", $"{link.target} answers, and its page does not have the anchor.", cited)
} else := result if {
	gone(response.httpStatus)
	result := lib.fail("link", $"{link.target} answers with status {response.httpStatus}.", cited)
} else := result if {
	is_number(response.httpStatus)
	message := $"{link.target} answers with status {response.httpStatus}, which does not tell whether what is cited is there."
	result := lib.unknown("link", message, cited, [])
} else := unreadable(link, cited)

found(_, response) if response.anchorFound == true

found(link, response) if {
	not contains(link.target, "#")
	not is_boolean(object.get(response, "anchorFound", null))
}

# Refusals, limits and faults of the server (401, 403, 429, 5xx) say nothing of the page.
gone(status) if {
	is_number(status)
	status != 200
	status < 500
	not status in {401, 403, 407, 408, 425, 429}
}
