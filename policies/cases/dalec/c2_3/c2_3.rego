# METADATA
# title: Members authenticate with secure factors
# description: >-
#   The organization requires a second factor of all members, and none uses an insecure one.
# custom:
#   claim: C2.3
#   strategy: S2
#   statement: sha256:a212137003676b3c30af75ba178ec1ec9b0e8cd27c0a26a7fb92b3009bf35c33
#   criteria:
#     - {id: require_2FA, relation: supports}
#     - {id: secure_2FA, relation: supports}
#   checks:
#     two-factor:
#       title: The organization requires secure second factors
#       weight: required
#       grade: observed
#       facts: [organization]
#       remedy: Require two-factor authentication with secure methods only in the organization's settings.
package cases.dalec.c2_3

import data.checks.governance

outcomes contains governance.two_factors("two-factor", input.facts.organization.value)
