/**
 * Variables with which go, git and bash do something else than their words say: `GOFLAGS=-n go generate` generates
 * nothing, and `GIT_DIR=/tmp/x git diff` compares another repository.
 */
const NAMES = [
  "GOFLAGS",
  "GIT_(?:DIR|WORK_TREE|INDEX_FILE|CONFIG[A-Z0-9_]*|EXTERNAL_DIFF|DIFF_OPTS|OBJECT_DIRECTORY|ATTR_SOURCE)",
  "BASH_ENV",
  "SHELLOPTS",
  "BASHOPTS",
].join("|");
const STEERING = new RegExp(`^(?:${NAMES})$`, "u");
const ASSIGNED = new RegExp(`(?<![\\w$])(?:${NAMES})=`, "u");

/** Whether one of these names of variables steers what commands do. */
export function isSteered(names: Iterable<string>): boolean {
  return [...names].some((name) => STEERING.test(name));
}

/** Whether a script sets a variable that does, wherever in it. */
export function steersItself(script: string): boolean {
  return ASSIGNED.test(script);
}
