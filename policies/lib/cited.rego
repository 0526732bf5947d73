package lib

# METADATA
# description: Targets of the sections and documents in Markdown that a claim cites.
cited_sections(claims, id) := subjects(links_of(claims, id), "section")

# METADATA
# description: Paths of the workflows that a claim cites.
cited_workflows(claims, id) := subjects(links_of(claims, id), "workflow")

# METADATA
# description: Targets of everything in the repository that a claim cites.
cited_paths(claims, id) := subjects(links_of(claims, id), "path")

# METADATA
# description: What a check is made for each of, by the links of its claim.
subjects(links, "section") := {link.target |
	some link in links
	link.kind == "path"
	some suffix in [".md", ".markdown"]
	endswith(lower(link.path), suffix)
}

subjects(links, "workflow") := {link.path |
	some link in links
	link.kind == "path"
	startswith(link.path, ".github/workflows/")
	some suffix in [".yml", ".yaml"]
	endswith(link.path, suffix)
	count(split(link.path, "/")) == 3
}

subjects(links, "path") := {link.target |
	some link in links
	link.kind == "path"
}

links_of(claims, id) := {link |
	some claim in claims
	claim.id == id
	some link in claim.links
}
