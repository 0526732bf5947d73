# METADATA
# title: Permissions of workflows' tokens
# description: Outcomes on the scopes that jobs ask for, and on those that their callers may hand on.
package checks.permissions

import data.lib

ranks := {"none": 0, "read": 1, "write": 2}

# METADATA
# title: No called job asks for more than its caller has
# description: >-
#   GitHub refuses to start a run in which one does. A job has the permissions that it states, else its workflow's, else those of
#   the job that calls it; of one that states some, every other scope is none.
#   https://docs.github.com/en/actions/how-tos/reuse-automations/reuse-workflows
within_grant(check, running, files) := lib.decide(check, failures, doubts, otherwise) if {
	calls := [call | some entry in running.jobs; count(entry.callers) > 0; call := call_of(entry, files)]
	failures := [lib.finding(message, [lib.at(call.file, call.line)]) |
		some call in calls
		excess := exceeding(call.ask, call.grant)
		count(excess) > 0
		message := $"the job {call.owner} asks for {lib.listing(excess)}, which its caller does not grant"
	]
	unknown_grants := [lib.doubt(message, [lib.at(call.file, call.line)], []) |
		some call in calls
		is_object(call.ask)
		not is_object(call.grant)
		message := $"what the caller of {call.owner} grants depends on the repository's settings: state its permissions"
	]
	unread_levels := [lib.doubt(message, [lib.at(call.file, call.line)], []) |
		some call in calls
		some level in levels(call)
		not ranks[level]
		message := $"the permission '{level}' of {call.owner}, or of its caller, is none that is known"
	]
	doubts := array.flatten([running.doubts, unknown_grants, unread_levels])
	otherwise := lib.pass(check, $"{count(calls)} called jobs of {running.path} stay within what their callers grant.", [lib.in_file(running.path)])
}

call_of(entry, files) := {
	"owner": entry.owner,
	"file": entry.file,
	"line": object.get(entry.job, "line", 1),
	"ask": stated(files, entry.file, entry.job),
	"grant": granted(entry, files),
}

# What the nearest caller states; each stands in the file that the one before it calls.
granted(entry, files) := given[count(given) - 1] if {
	homes := array.concat([entry.root], [caller.uses.path | some caller in entry.callers])
	given := [permissions |
		some number, caller in entry.callers
		permissions := stated(files, homes[number], caller)
		is_object(permissions)
	]
	count(given) > 0
} else := null

stated(files, file, job) := job.permissions if {
	is_object(job.permissions)
} else := files[file].value.permissions if {
	is_object(files[file].value.permissions)
} else := null

levels(call) := {level | some side in [call.ask, call.grant]; some _, level in side.scopes}

exceeding(ask, grant) := array.concat(
	[concat(": ", [scope, level]) |
		some scope, level in ask.scopes
		ranks[level] > rank_of(grant, scope)
	],
	[concat("-", [ask.all, "all"]) |
		ask.all
		is_object(grant)
		not covers_all(ask.all, grant)
	],
)

covers_all(level, grant) if ranks[grant.all] >= ranks[level]

rank_of(grant, scope) := ranks[grant.all] if {
	grant.all
} else := ranks[object.get(grant.scopes, scope, "none")]
