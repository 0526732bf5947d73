import { findSection, type MarkdownDocument, parseMarkdown } from "@assurance-case/markdown";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { badgesOf } from "./badges.ts";
import { channelsOf } from "./channels.ts";

function sectionOf(text: string, anchor?: string): NonNullable<ReturnType<typeof findSection>> {
  const section = findSection(parseMarkdown(text) as MarkdownDocument, anchor);
  if (section === undefined) throw new Error("no such section");
  return section;
}

describe("badges", () => {
  it.each([
    ["![b](https://www.bestpractices.dev/projects/10703/badge)", "best-practices", "10703"],
    ["[![b](https://bestpractices.coreinfrastructure.org/en/projects/1/badge)](https://x.example)", "best-practices", "1"],
    ["![s](https://api.securityscorecards.dev/projects/github.com/Acme/Widget/badge)", "scorecard", "github.com/acme/widget"],
    [
      '<img src="https://api.scorecard.dev/projects/github.com/acme/widget/badge?style=flat">',
      "scorecard",
      "github.com/acme/widget",
    ],
  ])("%s is one", (text, service, project) => {
    expect(badgesOf(sectionOf(`# A\n\n${text}\n`))).toEqual([{ service, project, line: 3 }]);
  });

  it.each([
    "![s](https://api.securityscorecards.dev.example.org/projects/github.com/acme/widget/badge)",
    "![s](https://example.org/?u=https://api.scorecard.dev/projects/github.com/acme/widget/badge)",
    "[s](https://api.scorecard.dev/projects/github.com/acme/widget/badge)",
    "`![s](https://api.scorecard.dev/projects/github.com/acme/widget/badge)`",
    "![b](https://bestpractices.dev/projects/x/badge)",
  ])("%s is none", (text) => {
    expect(badgesOf(sectionOf(`# A\n\n${text}\n`))).toEqual([]);
  });

  it("are those of the section", () => {
    const text = "# A\n\n## B\n\n![b](https://bestpractices.dev/projects/1/badge)\n\n## C\n\nText\n";
    expect([badgesOf(sectionOf(text, "b")).length, badgesOf(sectionOf(text, "c")).length]).toEqual([1, 0]);
  });
});

describe("channels", () => {
  it.each([
    [
      "[form](https://github.com/Acme/Widget/security/advisories/new)",
      [{ kind: "advisory-form", repository: "acme/widget", line: 3 }],
    ],
    ["<https://github.com/acme/widget/security/advisories/new>", [{ kind: "advisory-form", repository: "acme/widget", line: 3 }]],
    ["Write to [us](mailto:security@example.org).", [{ kind: "email", line: 3 }]],
    ["Write to security@example.org.", [{ kind: "email", line: 3 }]],
    ["[all](https://github.com/acme/widget/security/advisories)", []],
    ["[form](https://github.com.example.org/acme/widget/security/advisories/new)", []],
    ["Clone git@github.com:acme/widget.git or actions/checkout@v4.", []],
    ["Ask @acme/security.", []],
  ])("of %s", (text, channels) => {
    expect(channelsOf(sectionOf(`# A\n\n${text}\n`))).toEqual(channels);
  });

  it("keep no address, whatever the text", () => {
    fc.assert(
      fc.property(fc.emailAddress(), (address) => {
        const said = JSON.stringify(channelsOf(sectionOf(`# A\n\nWrite to <${address}> or ${address}\n`)));
        expect(said).not.toContain("@");
      }),
    );
  });
});
