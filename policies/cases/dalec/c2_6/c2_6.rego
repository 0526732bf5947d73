# METADATA
# title: No secret is kept but the run's own token
# description: >-
#   Workflows and actions read no secret but the token that GitHub gives each run, and say what it may do.
# custom:
#   claim: C2.6
#   strategy: S2
#   statement: sha256:68337f99c26a1e5620b60457546a72d96e7ca2842b5afa02d8b112e6c4dbb6ef
#   criteria:
#     - {id: crypto_credential_agility, relation: partial}
#     - {id: no_leaked_credentials, relation: partial}
#   checks:
#     only-token:
#       title: No workflow or action reads another secret
#       weight: required
#       grade: observed
#       facts: [workflows]
#       remedy: Use the run's own token or an OIDC exchange instead of a stored secret, or name the secret in the claim.
#     permissions-declared:
#       title: Every workflow declares its token's permissions
#       weight: required
#       grade: observed
#       facts: [workflows]
#       remedy: State the permissions that the workflow needs at its head, such as read of contents.
#     default-read:
#       title: Tokens may only read by default
#       weight: advisory
#       grade: observed
#       facts: [actions_settings]
#       remedy: Set the default workflow permissions to read in the repository's settings.
#     scanning:
#       title: Secret scanning and push protection are on
#       weight: advisory
#       grade: observed
#       facts: [security_settings]
#       remedy: Switch secret scanning and push protection on in the repository's settings.
#     writes-by-tags:
#       title: Tokens write only on the way of a tag
#       weight: advisory
#       grade: observed
#       facts: [workflows]
#       remedy: Take the permission away, or move the job to a workflow that runs for tags.
package cases.dalec.c2_6

import data.checks.secrets

workflows := input.facts.workflows.value

outcomes contains secrets.only_token("only-token", workflows)

outcomes contains secrets.permissions_declared("permissions-declared", workflows.files)

outcomes contains secrets.writes_by_tags_only("writes-by-tags", workflows.files)

outcomes contains secrets.default_read("default-read", input.facts.actions_settings.value)

outcomes contains secrets.scanning("scanning", input.facts.security_settings.value)
