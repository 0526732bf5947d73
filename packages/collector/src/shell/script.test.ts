// biome-ignore-all lint/suspicious/noTemplateCurlyInString: expressions of GitHub and of the shell are the subject.

import { expect, test } from "vitest";
import { readScript } from "./script.ts";
import { type Shell, shellOf } from "./shell.ts";

const programs = ["go", "git", "make", "docker", "golangci-lint"];

function commandsOf(script: string, shell: Shell = { dialect: "bash", errexit: true, pipefail: false }) {
  const fact = readScript(script, { line: 1, multiline: true, shell, programs });
  if (fact.status !== "observed") throw new Error(fact.reason);
  return fact.value;
}

const short = ({ program, exit, exitBy }: { program: string; exit: string; exitBy?: string }) =>
  `${program === "" ? "?" : program} ${exit}${exitBy === undefined ? "" : `/${exitBy}`}`;

/** The exit of the first command. */
const exits: readonly (readonly [script: string, expected: string])[] = [
  ["a", "a propagates"],
  ["a\nb", "a propagates"],
  ["a || true", "a swallowed/or-success"],
  ["a || :", "a swallowed/or-success"],
  ["a || echo failed", "a swallowed/or-success"],
  ["a || { echo x; true; }\nb", "a swallowed/or-success"],
  ["a || (echo x)", "a swallowed/or-success"],
  ["a || exit 1", "a propagates"],
  ["a || exit $?", "a propagates"],
  ['a || exit "$?"', "a propagates"],
  ["a || exit", "a propagates"],
  ["a || exit 0", "a swallowed/or-success"],
  ["a || exit 256", "a swallowed/or-success"],
  ["a || exit $code", "a unknown/or-success"],
  ["a || { echo x; exit 1; }", "a propagates"],
  ["a || { cleanup; exit 1; }", "a propagates"],
  ["a || { echo x; exit $?; }", "a swallowed/or-success"],
  ["a || (echo x; exit 1)", "a propagates"],
  ["a || (echo x; exit 1)\nb", "a propagates"],
  ["a || return 1", "a propagates"],
  ["a || false", "a propagates"],
  ["a || b", "a unknown/or-success"],
  ["a || rc=$?\nexit $rc", "a unknown/or-success"],
  ["a || b || true", "a swallowed/or-success"],
  ["a || b || exit 1", "a unknown/or-success"],
  ["a && echo ok || exit 1", "a propagates"],
  ["a && echo ok || echo no", "a swallowed/or-success"],
  ["a && b", "a propagates"],
  ["a && b\nc", "a swallowed/condition"],
  ["if x; then a && b; fi\nc", "x swallowed/condition"],
  ["a && exit 0\nexit 1", "a unknown/condition"],
  ['a && ok=1\ntest -n "$ok"', "a unknown/condition"],
  ["a; true", "a swallowed/then-success"],
  ["a; :", "a swallowed/then-success"],
  ["a\ntrue", "a propagates"],
  ["a; true; b", "a propagates"],
  ["a | b", "a swallowed/pipeline"],
  ["a |& tee log", "a swallowed/pipeline"],
  ["a | b\nexit ${PIPESTATUS[0]}", "a unknown/pipeline"],
  ["! a", "a swallowed/negation"],
  ["! a && exit 1\nb", "a propagates"],
  ["! a || exit 1", "a swallowed/negation"],
  ["a &", "a swallowed/background"],
  ["a &\nwait $!", "a unknown/background"],
  ["x=$(a)", "a propagates"],
  ["x=$(a)$(b)", "a swallowed/substitution"],
  ["x=$(a; b)", "a swallowed/errexit-off"],
  ["x=$(set -e; a; b)", "set swallowed/errexit-off"],
  ["x=$(a && b)", "a propagates"],
  ["x=$(a | b)", "a swallowed/pipeline"],
  ["x=($(a))", "a unknown/substitution"],
  ["x=`a`", "a propagates"],
  ["(a)", "a propagates"],
  ["(a; b)", "a propagates"],
  ["(a; b) || true", "a swallowed/or-success"],
  ["{ a; b; } || exit 1", "a swallowed/errexit-off"],
  ["{ a && b; }\nc", "a swallowed/condition"],
  ["(a && b)\nc", "a propagates"],
  ["if a; then b; fi", "a swallowed/condition"],
  ["if ! a; then echo x; exit 1; fi", "a propagates/condition"],
  ["if ! a; then\n  echo x\n  exit 1\nfi\nb", "a propagates/condition"],
  ["if ! a; then exit $?; fi", "a swallowed/condition"],
  ["if ! a; then echo x; fi", "a swallowed/condition"],
  ["if ! a; then fail=1; fi", "a unknown/condition"],
  ["if ! a; then b; fi", "a unknown/condition"],
  ["if a; then :; else exit 1; fi", "a propagates/condition"],
  ["if a; then :; else echo x; fi", "a swallowed/condition"],
  ["if a; then exit 0; fi\nexit 1", "a unknown/condition"],
  ["if a; then :; elif b; then :; else exit 1; fi", "a unknown/condition"],
  ["if a; then :; elif b; then exit 1; else exit 1; fi", "a propagates/condition"],
  ["if a; b; then :; else exit 1; fi", "a swallowed/condition"],
  ["while a; do b; done", "a swallowed/condition"],
  ["until a; do sleep 1; done", "a swallowed/condition"],
  ["until a; do echo x; exit 1; done", "a propagates/condition"],
  ["while ! a; do sleep 1; done", "a swallowed/condition"],
  ["for i in 1 2; do a; done", "a propagates"],
  ["for i in 1 2; do a && break; done", "a unknown"],
  ["case x in x) a ;; esac", "a propagates"],
  ["f() { a; }\nf", "a propagates"],
  ["f() { a; }\nf || true", "a swallowed/or-success"],
  ["f() { a; }\nf\nf || true", "a unknown/function"],
  ["f() { a; }", "a unknown/function"],
  ["f() { a; }\nf() { b; }\nf", "a unknown/function"],
  ["f() { a && b; }\nf\nc", "a propagates"],
  ["f() { a || return 1; c; }\nf", "a propagates"],
  ["f() { a || return 0; c; }\nf", "a swallowed/or-success"],
  ['die() { echo "$1"; exit 1; }\na || die no', "echo propagates"],
  ["f() { f; a; }\nf", "a propagates"],
  ["a() { command a; }\na", "a propagates"],
  ["eval 'a || true'", "a swallowed/or-success"],
  ["bash -c 'a; b'", "a swallowed/errexit-off"],
  // Corners that random scripts found.
  ["for i in 1 2; do a\nset -e\ndone\nb", "a propagates"],
  ["! { ! { a; }; }\nb", "a swallowed/condition"],
  ["if a; then set +e; fi\nb", "a unknown/condition"],
  ["if a; then ! b; fi && c", "a unknown/condition"],
  ["if ! a; then true; else exit 0; fi\nb", "a unknown/condition"],
  ["! (a || exit 0)", "a unknown/or-success"],
  ["x | eval 'a; b' || exit 1", "x swallowed/pipeline"],
  ["bash -ec 'a; b'", "a propagates"],
  ["bash -euo pipefail -c 'a | b' || true", "a swallowed/or-success"],
  ["exec a || true", "a propagates"],
  ["time a || true", "a swallowed/or-success"],
  ["${{ inputs.script }}", "? unknown"],
  ["$TOOL check", "? propagates"],
  ["${{ github.workspace }}/bin/a x", "? unknown"],
  ["a 'x ${{ github.ref }}'", "a propagates"],
];

test.each(exits)("%j: %s", (script, expected) => {
  const [first] = commandsOf(script);
  expect(first && short(first)).toBe(expected);
});

/** The exits of all commands. */
const sequences: readonly (readonly [script: string, expected: readonly string[]])[] = [
  ["set +e\na || (exit 1)\nb", ["set propagates", "a swallowed/errexit-off", "exit swallowed/errexit-off", "b propagates"]],
  ["set +e\na && b\nc", ["set propagates", "a swallowed/errexit-off", "b swallowed/errexit-off", "c propagates"]],
  ["set +e\na\nb", ["set propagates", "a swallowed/errexit-off", "b propagates"]],
  ["set +e\na\nexit $?", ["set propagates", "a propagates", "exit propagates"]],
  ["set +e\na\nrc=$?\nb", ["set propagates", "a unknown/errexit-off", "b propagates"]],
  ["set +e\na\nexit 0", ["set propagates", "a swallowed/errexit-off", "exit propagates"]],
  ["set +e\na\nset -e\nb", ["set propagates", "a swallowed/errexit-off", "set swallowed/errexit-off", "b propagates"]],
  ["if x; then set +e; fi\na\nb", ["x unknown/condition", "set propagates", "a unknown/errexit-off", "b propagates"]],
  ["set -o pipefail\na | b", ["set propagates", "a propagates", "b propagates"]],
  ["set -euxo pipefail\na | b", ["set propagates", "a propagates", "b propagates"]],
  ["(set +e; a; b)\nc", ["set propagates", "a swallowed/errexit-off", "b propagates", "c propagates"]],
  ["source env.sh\na\nb", ["source propagates", "a unknown/errexit-off", "b propagates"]],
  ["trap 'exit 0' EXIT\na", ["trap unknown/trap", "exit unknown/trap", "a unknown/trap"]],
  ["trap 'rm -f x' EXIT\na", ["trap propagates", "rm unknown/trap", "a propagates"]],
  ["trap end EXIT\nbye() { exit 0; }\na", ["trap propagates", "end unknown/trap", "exit unknown/function", "a propagates"]],
  ["bye() { exit 0; }\ntrap bye EXIT\na", ["exit unknown/trap", "trap unknown/trap", "a unknown/trap"]],
  ["exit 0\na", ["exit propagates"]],
  ["if x; then exit 0; else exit 1; fi\na", ["x propagates/condition", "exit propagates", "exit propagates"]],
  [
    'echo "$(a)" <(b) > "$(c)"',
    ["echo propagates", "a swallowed/substitution", "b swallowed/substitution", "c swallowed/substitution"],
  ],
  ["export x=$(a)", ["export propagates", "a swallowed/substitution"]],
  ["[[ -n $(a) ]] && b\nc", ["a swallowed/substitution", "b propagates", "c propagates"]],
  ["cat <<EOF\n$(a)\nEOF\nb", ["cat propagates", "a swallowed/substitution", "b propagates"]],
  ["for x in $(a); do b; done", ["a swallowed/substitution", "b propagates"]],
  [
    'go generate ./... || exit $?\nif ! git diff --exit-code; then\n  echo "::error::x"\n  exit 1\nfi',
    ["go propagates", "exit propagates", "git propagates/condition", "echo propagates", "exit propagates"],
  ],
];

test.each(sequences)("%j: %j", (script, expected) => {
  expect(commandsOf(script).map(short)).toEqual(expected);
});

const runs: readonly (readonly [script: string, program: string, args: readonly (string | null)[]])[] = [
  ["go test -race './...'", "go", ["test", "-race", "./..."]],
  ["FOO=1 BAR=$x go vet ./... > log 2>&1", "go", ["vet", "./..."]],
  ['sudo -E -u ci timeout -k 5 10m env A=1 go test "$PKG" *.go ${{ inputs.x }}', "go", ["test", null, null, null]],
  ["/usr/local/go/bin/go \\\n  build", "go", ["build"]],
  ["find . | xargs -n 1 -P4 golangci-lint run", "golangci-lint", ["run", null]],
  ["make -j8 TARGET=x CC=$CC", "make", ["-j8", "TARGET=x", null]],
  ["docker login -u me -p hunter2 ghcr.io", "docker", ["login", "-u", "me", "-p", null, "ghcr.io"]],
  [
    "docker push --password hunter2 --token=abc --build-arg API_KEY=x img:1",
    "docker",
    ["push", "--password", null, null, "--build-arg", null, "img:1"],
  ],
  ["git clone https://me:pw@example.com/x.git", "git", ["clone", null]],
  ["git -c http.extraheader='Authorization: basic abc' fetch", "git", ["-c", null, "fetch"]],
  ["go run 'a\nb'", "go", ["run", null]],
];

test.each(runs)("%j runs %s with %j", (script, program, args) => {
  expect(commandsOf(script).find((command) => command.program === program)?.args).toEqual(args);
});

test("keeps no arguments of other programs", () => {
  expect(commandsOf("curl -H 'x: y' https://example.com")).toEqual([{ line: 1, program: "curl", exit: "propagates" }]);
});

test("says on which line a command stands, and whether it only may run", () => {
  const script = "a \\\n  x\n\nif b; then\n  c && d\nfi\nx=\"$(e\nf)\"\nbash -c 'g\n h'\n";
  expect(commandsOf(script).map(({ program, line, conditional }) => [program, line, conditional ?? false])).toEqual([
    ["a", 1, false],
    ["b", 4, false],
    ["c", 5, true],
    ["d", 5, true],
    ["e", 7, false],
    ["f", 8, false],
    ["g", 9, false],
    ["h", 10, false],
  ]);
});

test.each([
  ["[ -z x ] && exit 0\na", true],
  ["if x; then exit; fi\na", true],
  ["f() { exit 0; }\nx && f\na", true],
  ["x || exit $?\na", false],
  ["if ! x; then exit 1; fi\na", false],
  ["x && exit 1\na", false],
  ["(exit 0)\na", false],
])("in %j what may be left out is conditional: %s", (script, conditional) => {
  expect(commandsOf(script).find(({ program }) => program === "a")?.conditional ?? false).toBe(conditional);
});

test.each([
  ["GOFLAGS=-n go generate ./...", "unknown"],
  ["export GIT_DIR=/tmp/x\ngit diff --exit-code", "unknown"],
  ["echo $GOFLAGS\ngit diff --exit-code", "propagates"],
])("in %j variables leave the exit %s", (script, exit) => {
  expect(commandsOf(script).at(-1)?.exit).toBe(exit);
});

test("a variable from outside leaves every exit unknown", () => {
  const shell = { dialect: "bash", errexit: true, pipefail: false } as const;
  const place = { line: 1, multiline: true, shell, programs: [] };
  expect(readScript("a", { ...place, steered: true })).toMatchObject({ value: [{ exit: "unknown" }] });
});

test("an expression of several lines moves no line", () => {
  const fact = readScript("a ${{\n  x\n}}\nb", {
    line: 5,
    multiline: true,
    shell: { dialect: "bash", errexit: true, pipefail: false },
    programs: [],
  });
  expect(fact).toMatchObject({
    value: [
      { program: "a", line: 5 },
      { program: "b", line: 8 },
    ],
  });
});

test("in one scalar line all commands stand on it", () => {
  const fact = readScript("a\nb", {
    line: 5,
    multiline: false,
    shell: { dialect: "bash", errexit: true, pipefail: false },
    programs: [],
  });
  expect(fact).toMatchObject({ value: [{ line: 5 }, { line: 5 }] });
});

const unreadable = [
  ["a\nif b; then", "the script cannot be parsed"],
  ['echo "x', "the script cannot be parsed"],
  ["x=$(a; if)", "the script cannot be parsed"],
  ["a".repeat(70_000), "larger than 64 KiB"],
  [`f0() { a; }\n${Array.from({ length: 30 }, (_, at) => `f${at + 1}() { f${at}; f${at}; }`).join("\n")}\nf30`, "too complex"],
  [`${"(".repeat(300)}a${")".repeat(300)}`, "the script cannot be parsed"],
] as const;

test.each(unreadable)("%.40j is unavailable", (script, reason) => {
  const fact = readScript(script, {
    line: 3,
    multiline: true,
    shell: { dialect: "bash", errexit: true, pipefail: false },
    programs,
  });
  expect(fact).toMatchObject({ status: "unavailable", reason: expect.stringContaining(reason) });
});

const on = (errexit: boolean, pipefail: boolean, dialect: Shell["dialect"] = "bash") => ({ dialect, errexit, pipefail });
const shells = [
  [undefined, "posix", on(true, false)],
  [undefined, "windows", { status: "unavailable" }],
  [undefined, "unknown", { status: "unavailable" }],
  ["bash", "windows", on(true, true)],
  ["sh", "posix", on(true, false, "sh")],
  ["bash {0}", "posix", on(false, false)],
  ["bash -euo pipefail {0}", "posix", on(true, true)],
  ["bash -e {0}", "posix", on(true, false)],
  ["bash --noprofile --norc -eo pipefail -x {0}", "posix", on(true, true)],
  ["/bin/sh -o errexit {0}", "posix", on(true, false, "sh")],
  ["bash -e", "posix", { status: "unavailable" }],
  ["python", "posix", { status: "unavailable" }],
  ["pwsh", "posix", { status: "unavailable" }],
  ["cmd", "windows", { status: "unavailable" }],
  ["constructor", "posix", { status: "unavailable" }],
  ["${{ matrix.shell }}", "posix", { status: "unavailable" }],
] as const;

test.each(shells)("shell %j on %s", (declared, system, expected) => {
  expect(shellOf(declared, system)).toMatchObject(expected);
});
