import { AssureError } from "@assurance-case/model";
import { compilePolicies } from "./bundle.ts";
import { checkPolicies } from "./check.ts";
import { checkFormat } from "./format.ts";
import { workspace } from "./paths.ts";
import { withPrepared } from "./prepare.ts";
import { testPolicies } from "./test-policies.ts";

const commands: Readonly<Record<string, () => Promise<string>>> = {
  async build() {
    const { digest } = await compilePolicies(workspace);
    return `policies: ${digest}`;
  },
  async test() {
    return `opa: ${await testPolicies(workspace)} tests passed, coverage 100 %`;
  },
  async fmt() {
    await checkFormat(workspace.policies);
    return "opa fmt: nothing to change";
  },
  async check() {
    await withPrepared(workspace, checkPolicies);
    return "opa check: nothing found";
  },
};

async function main([name = ""]: readonly string[]): Promise<number> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    process.stderr.write(`usage: bin.js ${Object.keys(commands).join(" | ")}\n`);
    return 2;
  }
  try {
    process.stdout.write(`${await command()}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof AssureError)) throw error;
    process.stderr.write(`${error.code}: ${error.message}\n${error.hint === undefined ? "" : `${error.hint}\n`}`);
    return error.code === "compile/no-opa" ? 2 : 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
