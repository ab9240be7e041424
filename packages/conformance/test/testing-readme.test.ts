// The README of @lockstep/testing, extracted and run: what a newcomer copies works.
import { execFile } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";

const repository = fileURLToPath(new URL("../../..", import.meta.url));
// inside the package, so that its dependencies are found, and ignored by git
const folder = fileURLToPath(new URL("../dist/testing-readme/", import.meta.url));

/** Packages are not built here, so that their sources stand for them. */
const fromSources = `const conditions = ["@lockstep/source", "module", "node", "development|production"];
export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },`;

test("the files of the README type-check, pass, and report what they do not reach", async () => {
  const readme = readFileSync(`${repository}packages/testing/README.md`, "utf8");
  const blocks = [...readme.matchAll(/```ts\n\/\/ (\S+)\n([\s\S]*?)```/g)];
  const files = blocks.map(([, name = "", code = ""]) => ({ name, code }));
  const names = ["offers.test.ts", "contract.test.ts", "payloads.test.ts", "vitest.config.ts"];
  expect(files.map(({ name }) => name)).toEqual(names);

  mkdirSync(folder, { recursive: true });
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(`${repository}asyncapi`, `${folder}asyncapi`, { recursive: true });
  for (const { name, code } of files) {
    const runnable = code
      .replace("export default defineConfig({", fromSources)
      .replace('"@lockstep/testing/coverage"', '"../../../testing/src/coverage/index.ts"');
    writeFileSync(`${folder}${name}`, name === "vitest.config.ts" ? runnable : code);
  }
  const config = {
    extends: "../../tsconfig.json",
    compilerOptions: {
      composite: false,
      isolatedDeclarations: false,
      noUnusedLocals: false,
      noEmit: true,
      rootDir: repository,
      allowImportingTsExtensions: true,
    },
    include: ["*.ts"],
    references: [],
  };
  writeFileSync(`${folder}tsconfig.json`, JSON.stringify(config));
  const run = promisify(execFile);
  await run("npx", ["tsc", "-p", folder], { cwd: repository });

  const require = createRequire(import.meta.url);
  const vitest = join(dirname(require.resolve("vitest/package.json")), "vitest.mjs");
  const env = { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined, VITEST: undefined };
  const { stdout } = await run(process.execPath, [vitest, "run"], { cwd: folder, env });
  expect(stdout).toMatch(/Test Files {2}3 passed/);
  expect(stdout).toMatch(
    /Contract Hotel realtime 1\.0\.0: of \d+ events, tests published 1 and handled 1\n/,
  );
  expect(stdout).toContain("  published by no test\n    guestConversation message-delivered\n");
}, 120_000);
