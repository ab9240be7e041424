// The packages as a stranger gets them: packed, installed by npm and by pnpm outside of this repository, and used.
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Rolldown } from "vite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type LocalRegistry, type PackedPackage, startRegistry } from "./packed/local-registry.ts";
import { packTools } from "./packed/pack.ts";
import { mustRun, runCommand, startCommand } from "./packed/run-command.ts";
import { writeShop, writeWorkspacePage } from "./packed/shop.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const install = ["install", "--prefer-offline", "--no-audit", "--no-fund"] as const;
// the tests that need no network are to pass without one; CI has to have it
const hasRegistry =
  Boolean(process.env.CI) ||
  (await runCommand("npm", ["view", "zod", "version", "--fetch-retries=0"], root)).code === 0;
const pnpmVersion = "10.34.8";

let folder: string;
let packages: readonly PackedPackage[];
let registry: LocalRegistry;
/** A project of npm, and the command that was installed there. */
let shop: string;
let lockstep: string;

describe.skipIf(!hasRegistry)("the packed packages", () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "lockstep-packed-"));
    packages = await packTools(root, folder);
    registry = await startRegistry(packages);
    // as `npx @lockstep/cli init` has it, the folder stays empty
    shop = makeProject("shop");
    await mustRun("npm", [...install, "--no-save", "@lockstep/cli"], shop);
    lockstep = join(shop, "node_modules/.bin/lockstep");
  }, 180_000);

  afterAll(async () => {
    await registry?.close();
    await rm(folder, { recursive: true, force: true });
  }, 180_000);

  test("every tarball says what it is, and holds what its exports name", async () => {
    for (const { manifest, tarball } of packages) {
      const listed = await mustRun("tar", ["-tzf", tarball], folder);
      const files = new Set(listed.split("\n").map((path) => path.replace(/^package\//, "")));
      const {
        name,
        exports,
        bin = {},
      } = manifest as PackedPackage["manifest"] & {
        readonly exports: Readonly<Record<string, Readonly<Record<string, string>>>>;
        readonly bin?: Readonly<Record<string, string>>;
      };
      const targets = [
        ...Object.values(exports).flatMap((entry) => Object.values(entry)),
        ...Object.values(bin),
      ];
      const wanted = ["LICENSE", "README.md", ...targets.map((path) => path.replace(/^\.\//, ""))];
      expect({ name, missing: wanted.filter((path) => !files.has(path)) }).toEqual({
        name,
        missing: [],
      });
      const strangers = [...files].filter((path) =>
        /\.test[.-]|\.tsbuildinfo$|(^|\/)test\//.test(path),
      );
      expect({ name, strangers }).toEqual({ name, strangers: [] });
      expect(manifest).toMatchObject({
        description: expect.stringMatching(/\.$/),
        license: "MIT",
        engines: { node: expect.any(String) },
        repository: { type: "git", directory: `packages/${name.replace("@lockstep/", "")}` },
        publishConfig: { access: "public" },
      });
    }
  });

  describe("with npm, in an empty folder", () => {
    beforeAll(async () => {
      await mustRun(lockstep, ["init"], shop);
      await mustRun("npm", [...install, "pusher@5", "pusher-js@8", "@types/node@20"], shop);
      await mustRun("npm", ["run", "generate"], shop);
      mkdirSync(join(shop, "page"));
      writeShop(shop);
      await mustRun("tsc", ["--types", "node"], shop);
    }, 120_000);

    test("lockstep check passes, and tells an edit", async () => {
      expect(await mustRun("npm", ["run", "check"], shop)).toContain("up to date");
      const generated = join(shop, "src/contract/events/index.ts");
      const text = readFileSync(generated, "utf8");
      writeFileSync(generated, `${text}\n`);
      expect((await runCommand(lockstep, ["check"], shop)).code).toBe(4);
      writeFileSync(generated, text);
    });

    test("an event goes from Node over lockstep dev to a subscriber, and nothing is off the contract", async () => {
      const dev = startCommand(lockstep, ["dev", "--port", "0", "--strict"], shop);
      const [, port] = await dev.printed(/http:\/\/127\.0\.0\.1:(\d+)/);
      const settings = { port, appId: "1", key: "app-key", secret: "app-secret" };
      const heard = await mustRun("node", ["both-sides.mjs", JSON.stringify(settings)], shop);
      expect(JSON.parse(heard)).toMatchObject({ order_id: 1042, carrier: "An Post" });
      await dev.printed(/published +order-shipped on private-order-1042 to 1 subscriber/);
      expect((await dev.stop()).code).toBe(0);
    }, 60_000);

    test("the page type-checks as a bundler resolves it, and Vite bundles it", async () => {
      await mustRun("tsc", ["-p", "page"], shop);
      const code = await bundle(join(shop, "page/page.ts"));
      expect(code).toContain("order-shipped");
      expect(code).not.toMatch(/createHmac|createEventBuilders/);
    });

    test("CommonJS reaches it by require, from Node 20.19 on", async () => {
      const { code, stdout, stderr } = await runCommand("node", ["common.cjs"], shop);
      expect({ code, stdout }).toEqual({ code: 0, stdout: "private private-order-7\n" });
      expect(stderr).not.toContain("ERR_REQUIRE_ESM");
      const flags = ["--no-experimental-require-module", "common.cjs"];
      expect((await runCommand("node", flags, shop)).stderr).toContain("ERR_REQUIRE_ESM");
    });
  });

  describe("in a workspace, three packages are made, linked, generated, built and bundled", () => {
    test("with npm and turbo", async () => {
      const project = makeProject("turbo-workspace");
      writeJson(project, "package.json", {
        name: "acme",
        private: true,
        packageManager: "npm@10.8.2",
        workspaces: ["packages/*", "page"],
        devDependencies: { turbo: "2.11.9" },
      });
      const build = { dependsOn: ["^build"], outputs: ["dist/**"] };
      writeJson(project, "turbo.json", { tasks: { build } });
      mkdirSync(join(project, ".changeset"));
      writeJson(project, ".changeset/config.json", {});
      const told = await mustRun(lockstep, ["init"], project);
      expect(told).not.toContain("for you to do");
      writePage(project, "0.1.0");
      await mustRun("npm", install, project);
      await mustRun("lockstep", ["generate"], project);
      await mustRun("turbo", ["run", "build", "--output-logs=errors-only"], project);
      await provePage(project);
    }, 120_000);

    test("with pnpm", async ({ skip }) => {
      const project = makeProject("pnpm-workspace");
      const where = ["--yes", "--package", `pnpm@${pnpmVersion}`, "--call", "command -v pnpm"];
      const found = await runCommand("npx", where, project);
      if (found.code !== 0) skip("pnpm cannot be got here");
      writeJson(project, "package.json", { name: "acme", private: true });
      writeFileSync(join(project, "pnpm-workspace.yaml"), "packages:\n  - packages/*\n  - page\n");
      await mustRun(lockstep, ["init"], project);
      writePage(project, "workspace:*");
      const args = ["install", "--no-frozen-lockfile", "--prefer-offline"];
      await mustRun(found.stdout.trim(), args, project);
      await mustRun("lockstep", ["generate"], project);
      await mustRun("tsc", ["-b"], project);
      await provePage(project);
    }, 120_000);
  });
});

function writePage(project: string, version: string): void {
  mkdirSync(join(project, "page"));
  const dependencies = { "@acme/subscribers": version, "pusher-js": "^8.6.0" };
  const manifest = { name: "page", private: true, type: "module", dependencies };
  writeJson(project, "page/package.json", manifest);
  writeWorkspacePage(join(project, "page"), "@acme/subscribers");
}

async function provePage(project: string): Promise<void> {
  expect(await mustRun("lockstep", ["check"], project)).toContain("up to date");
  await mustRun("tsc", ["-p", "page"], project);
  expect(await bundle(join(project, "page/page.ts"))).toContain("order-shipped");
}

function writeJson(folder: string, path: string, value: unknown): void {
  writeFileSync(join(folder, path), JSON.stringify(value));
}

/** A folder in which our packages come from the registry here, and all others from where they always do. */
function makeProject(name: string): string {
  const project = join(folder, name);
  mkdirSync(project);
  writeFileSync(join(project, ".npmrc"), `@lockstep:registry=${registry.url}\n`);
  return project;
}

/** The text of a bundle. */
async function bundle(entry: string): Promise<string> {
  const { output } = (await build({
    root: join(entry, ".."),
    configFile: false,
    logLevel: "error",
    build: { write: false, minify: false, rolldownOptions: { input: entry } },
  })) as Rolldown.RolldownOutput;
  return output.map((file) => (file.type === "chunk" ? file.code : "")).join("");
}
