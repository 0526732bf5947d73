package cases.dalec.c3_4_test

import data.cases.dalec.c3_4

path := ".github/workflows/review.yml"

facts := {
	"workflows": {
		"files": {
			".github/workflows/review.yml": {
				"status": "observed",
				"value": {
					"blob": "3333333333333333333333333333333333333333",
					"triggers": {
						"pull_request": {
							"line": 3,
							"defaultBranch": {
								"status": "observed",
								"value": {
									"starts": true,
								},
							},
						},
					},
					"secrets": [],
					"permissions": {
						"line": 5,
						"scopes": {
							"contents": "read",
						},
					},
					"jobs": [
						{
							"id": "review",
							"line": 8,
							"needs": [],
							"steps": [
								{
									"line": 10,
									"uses": {
										"line": 10,
										"kind": "remote-action",
										"reference": "actions/dependency-review-action@4444444444444444444444444444444444444444",
										"action": "actions/dependency-review-action",
										"ref": "4444444444444444444444444444444444444444",
										"pinned": true,
									},
								},
							],
						},
					],
				},
			},
		},
		"actions": {},
	},
	"path_filters": {
		"workflows": {
			".github/workflows/review.yml": {
				"status": "observed",
				"value": {
					"exempt": {
						"go": {
							"tracked": 2,
							"count": 0,
							"files": [],
						},
					},
					"watched": {
						"go.mod": {
							"starts": true,
						},
					},
					"unmatched": [],
				},
			},
		},
	},
	"branch_rules": {
		"branch": "main",
		"requiredChecks": [
			{
				"context": "review",
				"app": "github-actions",
			},
		],
	},
	"dependabot": {
		"path": ".github/dependabot.yml",
		"updates": [
			{
				"line": 3,
				"ecosystem": "gomod",
				"directories": [
					"/",
				],
				"limit": 5,
				"ignores": [],
				"narrowed": [],
			},
			{
				"line": 8,
				"ecosystem": "github-actions",
				"directories": [
					"/",
				],
				"limit": 5,
				"ignores": [],
				"narrowed": [],
			},
		],
	},
	"manifests": {
		"count": 2,
		"manifests": [
			{
				"path": ".github/workflows/review.yml",
				"ecosystem": "github-actions",
				"dependencies": true,
				"entries": [
					8,
				],
			},
			{
				"path": "go.mod",
				"ecosystem": "gomod",
				"dependencies": true,
				"entries": [
					3,
				],
			},
		],
	},
	"security_settings": {
		"dependabotAlerts": true,
		"dependabotUpdates": true,
	},
	"check_apps": {
		"pullRequests": 20,
		"apps": {
			"snyk-io": 18,
		},
	},
}

given := {
	"case": {"path": "case.md", "claims": [{"id": "C3.4", "links": [{"target": path, "kind": "path", "path": path}]}]},
	"facts": object.union({"renovate": {"status": "absent"}}, {name: {"status": "observed", "value": value} | some name, value in facts}),
}

test_all_hold if {
	said := {[outcome.check, object.get(outcome, "subject", ""), outcome.outcome] | some outcome in c3_4.outcomes} with input as given
	said == {
		["covered", "", "pass"],
		["others-covered", "", "pass"],
		["entries-used", "", "pass"],
		["nothing-muted", "", "pass"],
		["on-pull-requests", path, "pass"],
		["blocks", path, "pass"],
		["every-change", path, "pass"],
		["required-check", "", "pass"],
		["snyk", "", "pass"],
		["alerts", "", "pass"],
	}
}

test_no_fact_says_nothing if {
	count([outcome | some outcome in c3_4.outcomes; outcome.outcome == "pass"]) == 0 with input as {"case": {"path": "case.md", "claims": []}, "facts": {}}
}
