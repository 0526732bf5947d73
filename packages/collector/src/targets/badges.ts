import type { Section } from "@assurance-case/markdown";
import type { Badge } from "@assurance-case/model";

/** Addresses of badge services, with the project that each names. Scorecard: https://github.com/ossf/scorecard#scorecard-badges. */
const SERVICES: readonly (readonly [service: Badge["service"], address: RegExp])[] = [
  [
    "best-practices",
    /^https:\/\/(?:www\.)?bestpractices\.(?:dev|coreinfrastructure\.org)\/(?:[a-z]{2}(?:-[A-Z]{2})?\/)?projects\/(\d{1,9})\b/,
  ],
  ["scorecard", /^https:\/\/api\.(?:securityscorecards|scorecard)\.dev\/projects\/([\w.-]+\/[\w.-]+\/[\w.-]+)\/badge(?:[?#]|$)/i],
];
const MAX_BADGES = 50;

/** The badges that a section shows as images, each with the project it is of. */
export function badgesOf({ document, start, end }: Section): readonly Badge[] {
  const shown = document.images.filter((image) => image.start >= start && image.start < end);
  return shown.flatMap(({ url, line }) => badgeAt(url, line)).slice(0, MAX_BADGES);
}

function badgeAt(url: string, line: number): readonly Badge[] {
  return SERVICES.flatMap(([service, address]) => {
    const project = address.exec(url)?.[1]?.toLowerCase();
    return project === undefined ? [] : [{ service, project, line }];
  });
}
