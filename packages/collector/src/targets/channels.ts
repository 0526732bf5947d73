import { type Section, sectionSource } from "@assurance-case/markdown";
import type { Channel } from "@assurance-case/model";

/** https://docs.github.com/en/code-security/security-advisories/working-with-repository-security-advisories */
const FORM = /^https:\/\/github\.com\/([\w.-]+\/[\w.-]+)\/security\/advisories\/new\/?(?:[?#]|$)/i;
const MAIL = /^mailto:[^@\s?]+@[^@\s?]+/i;
const ADDRESS = /(?<![\w.+@/:-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}(?![\w@]|:[^\s])/gu;
const MAX_CHANNELS = 50;

/** The channels that a section names for a report: this or another repository's advisory form, and addresses, of which only the kind is kept. */
export function channelsOf(section: Section): readonly Channel[] {
  const { document, start, end } = section;
  const links = document.links.filter((link) => link.start >= start && link.start < end);
  const linked = links.flatMap(({ url, line }): readonly Channel[] => {
    const repository = FORM.exec(url)?.[1]?.toLowerCase();
    if (repository !== undefined) return [{ kind: "advisory-form", repository, line }];
    return MAIL.test(url) ? [{ kind: "email", line }] : [];
  });
  const channels = [...linked, ...addressesIn(section)];
  return [...new Map(channels.map((channel) => [JSON.stringify(channel), channel])).values()]
    .sort((one, other) => one.line - other.line)
    .slice(0, MAX_CHANNELS);
}

function addressesIn(section: Section): readonly Channel[] {
  const lines = sectionSource(section).split(/\r\n|\n|\r/u);
  return lines.flatMap((text, below): readonly Channel[] =>
    text.length < 10_000 && text.search(ADDRESS) >= 0 ? [{ kind: "email", line: section.line + below }] : [],
  );
}
