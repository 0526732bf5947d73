# METADATA
# title: Secrets and tokens
# description: Outcomes on the secrets that workflows and actions read, and on the permissions of their tokens.
package checks.secrets

import data.lib

# METADATA
# title: No other secret is read than the run's own token
# description: By any workflow or action of the tree, whatever its purpose.
only_token(check, workflows) := lib.decide(check, failures, doubts, otherwise) if {
	is_object(workflows.files)
	is_object(workflows.actions)
	read := object.union(workflows.files, workflows.actions)
	failures := [lib.finding(message, [lib.at(path, secret.line)]) |
		some path, file in read
		some secret in file.value.secrets
		is_string(secret.name)
		secret.name != "GITHUB_TOKEN"
		message := $"{path} reads the secret {secret.name}"
	]
	computed := [lib.doubt(message, [lib.at(path, secret.line)], []) |
		some path, file in read
		some secret in file.value.secrets
		not is_string(secret.name)
		message := $"which secrets {path} reads, or hands on, is computed"
	]
	unread := [lib.doubt(message, [lib.in_file(path)], lib.missing("workflows", file)) |
		some path, file in read
		not is_read(file)
		message := $"which secrets {path} reads is not known"
	]
	remote := [lib.doubt(message, [lib.at(path, job.uses.line)], []) |
		some path, file in workflows.files
		some job in file.value.jobs
		job.uses.kind in ["dynamic", "remote-workflow"]
		message := $"which secrets {job.uses.reference} reads cannot be seen"
	]
	doubts := array.flatten([computed, unread, remote])
	otherwise := lib.pass(check, $"{count(read)} workflows and actions read no secret but GITHUB_TOKEN.", [])
}

# METADATA
# title: Every workflow declares its token's permissions, and none asks for all
permissions_declared(check, files) := lib.decide(check, failures, doubts, otherwise) if {
	is_object(files)
	undeclared := [lib.finding(message, [lib.at(path, job.line)]) |
		some path, workflow in files
		not declares(workflow.value)
		some job in workflow.value.jobs
		not declares(job)
		message := $"neither {path} nor its job {job.id} declares permissions"
	]
	all_writing := [lib.finding(message, [lib.at(path, stated.line)]) |
		some path, workflow in files
		some stated in permissions_of(workflow)
		stated.all == "write"
		message := $"a token of {path} may write all"
	]
	failures := array.concat(undeclared, all_writing)
	doubts := [lib.doubt(message, [lib.in_file(path)], lib.missing("workflows", workflow)) |
		some path, workflow in files
		not has_jobs(workflow)
		message := $"the permissions of {path} are not known"
	]
	otherwise := lib.pass(check, $"All of {count(files)} workflows declare the permissions of their tokens.", [])
}

# METADATA
# title: Tokens write only on the way of a tag
# description: Each permission to write that a run outside of a push of tags has.
writes_by_tags_only(check, files) := lib.decide(check, failures, doubts, otherwise) if {
	is_object(files)
	failures := [lib.finding(message, [lib.at(path, stated.line)]) |
		some path, workflow in files
		triggers := [name | some name, trigger in workflow.value.triggers; not by_tags(name, trigger)]
		count(triggers) > 0
		some stated in permissions_of(workflow)
		scopes := [scope | some scope, level in stated.scopes; level == "write"]
		count(scopes) > 0
		message := $"{path} may write {lib.listing(scopes)} on {lib.listing(triggers)}"
	]
	doubts := [lib.doubt(message, [lib.in_file(path)], lib.missing("workflows", workflow)) |
		some path, workflow in files
		not has_jobs(workflow)
		message := $"the permissions of {path} are not known"
	]
	otherwise := lib.pass(check, "No token may write outside of a push of tags.", [])
}

# METADATA
# title: The default permission of tokens is read
default_read(check, settings) := lib.pass(check, "Tokens may read by default.", []) if {
	settings.defaultToken == "read"
} else := lib.fail(check, "Tokens may write by default.", []) if {
	settings.defaultToken == "write"
}

# METADATA
# title: GitHub looks for secrets that are pushed
scanning(check, settings) := lib.fail(check, $"The repository has {lib.listing(lacking)} switched off.", []) if {
	features := {"push protection": object.get(settings, "pushProtection", null), "secret scanning": object.get(settings, "secretScanning", null)}
	lacking := [name | some name, on in features; on == false]
	count(lacking) > 0
} else := lib.pass(check, "Secret scanning and push protection are on.", []) if {
	settings.secretScanning == true
	settings.pushProtection == true
} else := lib.unknown(check, "Whether secret scanning and push protection are on is not told.", [], []) if {
	is_object(settings)
}

permissions_of(workflow) := array.concat(
	[workflow.value.permissions | is_object(workflow.value.permissions)],
	[job.permissions | some job in workflow.value.jobs; is_object(job.permissions)],
)

by_tags("workflow_call", _)

by_tags("push", trigger) if {
	count(trigger.tags) > 0
	not trigger.branches
}

declares(holder) if is_object(holder.permissions)

is_read(file) if {
	lib.observed(file)
	is_array(file.value.secrets)
}

has_jobs(workflow) if {
	lib.observed(workflow)
	is_array(workflow.value.jobs)
}
