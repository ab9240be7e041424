// The CI job that keeps generated code in step with the contract.
import { type PackageManager, packageManagerWords } from "./package-manager.ts";

/** A workflow of GitHub Actions. */
export function workflowTemplate(
  packageManager: PackageManager,
  { hasVersion }: { readonly hasVersion: boolean },
): string {
  const { cleanInstall, exec } = packageManagerWords[packageManager];
  return `name: lockstep
on:
  push:
    branches: [main]
  pull_request:
permissions:
  contents: read
jobs:
  contract:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    steps:
      - uses: actions/checkout@v5
        with:
          # the contract is compared with that of the branch it goes to
          fetch-depth: 0
${setUp(packageManager, hasVersion)}      - run: ${cleanInstall}
      # the contract is valid, and the generated code is what it says
      - run: ${exec} lockstep check
      # no one in the field is broken unawares
      - if: github.event_name == 'pull_request'
        run: ${exec} lockstep check --against "origin/$BASE"
        env:
          BASE: \${{ github.base_ref }}
`;
}

function setUp(packageManager: PackageManager, hasVersion: boolean): string {
  const node = (cache: string): string => `      - uses: actions/setup-node@v5
        with:
          node-version: 22
          cache: ${cache}
`;
  switch (packageManager) {
    case "npm":
      return node("npm");
    case "pnpm":
      return `      - uses: pnpm/action-setup@v4\n${hasVersion ? "" : "        with:\n          version: 10\n"}${node("pnpm")}`;
    case "yarn":
      return `      - run: corepack enable\n${node("yarn")}`;
    case "bun":
      return "      - uses: oven-sh/setup-bun@v2\n";
  }
}
