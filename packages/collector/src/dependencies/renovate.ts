import { type Fact, observed, type Renovate } from "@assurance-case/model";
import type { Tree } from "../tree.ts";

/** https://docs.renovatebot.com/configuration-options/: the places but for a key of package.json, which it advises against. */
const PATHS = [
  "renovate.json",
  "renovate.json5",
  ".github/renovate.json",
  ".github/renovate.json5",
  ".gitlab/renovate.json",
  ".gitlab/renovate.json5",
  ".renovaterc",
  ".renovaterc.json",
  ".renovaterc.json5",
];

/** Where Renovate is configured. */
export function collectRenovate(tree: Tree): Fact<Renovate> {
  const paths = PATHS.filter((path) => tree.has(path));
  return paths.length > 0 ? observed({ paths }) : { status: "absent", reason: "The tree has no configuration file of Renovate." };
}
