package checks.workflows

import data.lib

# METADATA
# title: What each workflow that the case cites runs
# description: Worked out once for all claims.
cited := {path: run(input.facts.workflows.value, path) | some path in cited_paths}

cited_paths := lib.subjects([link | some claim in input.case.claims; some link in claim.links], "workflow")
