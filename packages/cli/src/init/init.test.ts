import { mkdirSync, readdirSync, readlinkSync, rmSync, statSync, symlinkSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { exitCode } from "../index.ts";
import { useProject } from "../project.test.helper.ts";

const project = useProject("Café Shop");
const { lockstep, read, write } = project;

beforeEach(() => {
  mkdirSync(project.at(".git"));
});

const readJson = (path: string): Record<string, unknown> => JSON.parse(read(path));

/** Every file of the project, with its text. */
function snapshot(): Record<string, string> {
  const paths = readdirSync(project.at(""), { recursive: true }) as string[];
  const files = paths.filter((path) => statSync(project.at(path)).isFile());
  return Object.fromEntries(files.sort().map((path) => [path, read(path)]));
}

function section(title: string): string[] {
  const lines = project.out.split("\n");
  const from = lines.indexOf(title) + 1;
  const to = lines.findIndex((line, index) => index >= from && !line.startsWith("  "));
  return from === 0 ? [] : lines.slice(from, to).map((line) => line.trim());
}

const changesetAdvice =
  '.changeset: the CI job fails on every break, since only a changeset approves one; run "npm install --save-dev @changesets/cli", then "npx changeset init"';

describe("lockstep init in an empty folder", () => {
  test("writes a project, and says what to type next", async () => {
    expect(await lockstep("init")).toBe(exitCode.ok);
    expect(Object.keys(snapshot())).toEqual([
      ".github/workflows/lockstep.yml",
      ".gitignore",
      "asyncapi/asyncapi.yaml",
      "lockstep.config.ts",
      "package.json",
      "tsconfig.json",
    ]);
    expect(readJson("package.json")).toMatchObject({
      name: "cafe-shop",
      type: "module",
      scripts: { generate: "lockstep generate", check: "lockstep check" },
    });
    expect(section("then")).toEqual(["npm install", "npm run generate", "npx tsc"]);
    expect(section("for you to do")).toEqual([changesetAdvice]);
  });

  test("writes a contract without a fault or a warning", async () => {
    await lockstep("init");
    const args = ["--input", "asyncapi/asyncapi.yaml", "--output", "src/contract"];
    expect(await lockstep("generate", ...args)).toBe(exitCode.ok);
    expect(project.err).toBe("");
    expect(project.exists("src/contract/publishers/order.ts")).toBe(true);
    expect(await lockstep("check", ...args)).toBe(exitCode.ok);
  });

  test("changes nothing when it is run again", async () => {
    await lockstep("init");
    const before = snapshot();
    expect(await lockstep("init")).toBe(exitCode.ok);
    expect(snapshot()).toEqual(before);
    expect(project.out).toMatch(/^wrote nothing\n\nleft alone/);
  });

  test("makes the folder that is named, and names packages as asked", async () => {
    expect(await lockstep("init", "new shop", "--name", "@acme/shop")).toBe(exitCode.ok);
    expect(readJson("new shop/package.json").name).toBe("@acme/shop");
    expect(section("then")[0]).toBe("cd 'new shop'");
  });

  test("only tells with --dry-run", async () => {
    expect(await lockstep("init", "shop", "--dry-run")).toBe(exitCode.ok);
    expect(snapshot()).toEqual({});
    expect(project.exists("shop")).toBe(false);
    expect(project.out).toMatch(/^would write 5 files\n {2}asyncapi\/asyncapi\.yaml +the contract/);
  });

  test.each(["../evil", "@/x", "Shop", "a b", "node_modules", "x'; y: z", "@a/../b", ""])(
    "refuses the name %j",
    async (name) => {
      expect(await lockstep("init", "--name", name)).toBe(exitCode.usage);
      expect(project.err).toContain("It must be a name that npm takes");
      expect(snapshot()).toEqual({});
    },
  );

  test("refuses a file for a folder", async () => {
    write("notes", "mine");
    expect(await lockstep("init", "notes")).toBe(exitCode.usage);
    expect(project.err).toMatch(/notes: a file, not a folder; name another one\n$/);
  });

  test("says what the CI job needs before it lets a break pass, where that is not there", async () => {
    await lockstep("init");
    expect(section("for you to do")).toEqual([changesetAdvice]);
    write(".changeset/config.json", "{}");
    await lockstep("init");
    expect(section("for you to do")).toEqual([]);
  });

  test("asks for no changesets where there is no CI job", async () => {
    await lockstep("init", "--no-ci");
    expect(section("for you to do")).toEqual([]);
  });
});

describe("lockstep init in a package", () => {
  test("adds to its manifest and keeps everything else, and its way of writing", async () => {
    const text = `{\n\t"name": "shop",\n\t"scripts": { "test": "vitest" },\n\t"dependencies": {\n\t\t"zod": "4.6.7",\n\t\t"hono": "4.0.0"\n\t}\n}\n`;
    write("package.json", text);
    write("tsconfig.json", "{ /* mine */ }\n");
    expect(await lockstep("init")).toBe(exitCode.ok);
    const version = expect.stringMatching(/^\^\d/);
    expect(readJson("package.json")).toEqual({
      name: "shop",
      scripts: { test: "vitest", generate: "lockstep generate", check: "lockstep check" },
      dependencies: { "@lockstep/runtime": version, hono: "4.0.0", zod: "4.6.7" },
      devDependencies: { "@lockstep/cli": version, typescript: version },
    });
    expect(read("package.json")).toMatch(/^\{\n\t"name"[\s\S]*\}\n$/);
    expect(read("tsconfig.json")).toBe("{ /* mine */ }\n");
    expect(section("left alone, because it was there")).toEqual(["tsconfig.json"]);
  });

  test("leaves a script of another meaning, and asks for one", async () => {
    write("package.json", '{ "name": "shop", "scripts": { "generate": "prisma generate" } }');
    await lockstep("init");
    expect(readJson("package.json").scripts).toEqual({
      generate: "prisma generate",
      check: "lockstep check",
    });
    expect(section("for you to do")).toEqual([
      'package.json: scripts.generate is "prisma generate"; give "lockstep generate" a script',
      changesetAdvice,
    ]);
    expect(section("then")).toContain("npx lockstep generate");
  });

  test("leaves a manifest with comments, and says what to add", async () => {
    const text = '{ "name": "shop" } // mine\n';
    write("package.json", text);
    expect(await lockstep("init")).toBe(exitCode.ok);
    expect(read("package.json")).toBe(text);
    const [advice] = section("for you to do");
    expect(advice).toMatch(/^package\.json: it is no plain JSON object; add \{"scripts"/);
    expect(advice).toContain('"@lockstep/runtime"');
  });

  test("takes the contract and the config that are there", async () => {
    write("asyncapi/asyncapi.yml", "asyncapi: 3.0.0\n");
    await lockstep("init");
    expect(read("lockstep.config.ts")).toContain('input: "asyncapi/asyncapi.yml"');
    expect(project.exists("asyncapi/asyncapi.yaml")).toBe(false);
    write("lockstep.config.ts", "export default {};\n");
    await lockstep("init");
    expect(read("lockstep.config.ts")).toBe("export default {};\n");
    expect(section("left alone, because it was there")).toContain("lockstep.config.ts");
  });

  test("puts no workflow where GitHub would not read it", async () => {
    expect(await lockstep("init", "inner")).toBe(exitCode.ok);
    expect(project.exists("inner/.github")).toBe(false);
    expect(section("for you to do")).toEqual([
      '.github/workflows/lockstep.yml: it works at the repository\'s root only; add a job there that runs "npx lockstep check" in inner',
    ]);
    await lockstep("init", "--no-ci");
    expect(project.exists(".github")).toBe(false);
  });
});

describe("lockstep init where something is in the way", () => {
  // cause: a folder of a stranger's repository that is a link had the contract written into another project
  test("writes nothing through a link that leads out of the project", async () => {
    const elsewhere = project.at("../elsewhere");
    mkdirSync(elsewhere);
    symlinkSync(elsewhere, project.at("asyncapi"));
    expect(await lockstep("init")).toBe(exitCode.failure);
    expect(project.err).toBe(
      "asyncapi/asyncapi.yaml: a link on its way leads out of the project; remove the link and run it again, the rest is kept\n",
    );
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  test("leaves a link as it is, wherever it leads", async () => {
    symlinkSync("/nowhere/at/all", project.at("tsconfig.json"));
    expect(await lockstep("init")).toBe(exitCode.ok);
    expect(section("left alone, because it was there")).toEqual(["tsconfig.json"]);
    expect(readlinkSync(project.at("tsconfig.json"))).toBe("/nowhere/at/all");
  });

  test("names the file that cannot be written, and goes on when that is mended", async () => {
    write("asyncapi", "a file");
    expect(await lockstep("init")).toBe(exitCode.failure);
    expect(project.err).toMatch(
      /^asyncapi\/asyncapi\.yaml: cannot be written: .*; mend that and run it again/,
    );
    expect(project.err).not.toContain("    at ");
    rmSync(project.at("asyncapi"));
    expect(await lockstep("init")).toBe(exitCode.ok);
  });

  test("changes no value of a manifest that it does not understand", async () => {
    write("package.json", '{ "name": "shop", "scripts": "none", "dependencies": [] }');
    expect(await lockstep("init")).toBe(exitCode.ok);
    expect(readJson("package.json")).toMatchObject({ scripts: "none", dependencies: [] });
    expect(section("for you to do")[0]).toMatch(
      /^package\.json: scripts is not a map; make it one/,
    );
  });
});

describe("lockstep init in a workspace", () => {
  test("writes three packages that depend on each other", async () => {
    write("package.json", '{ "name": "@acme/root", "workspaces": ["packages/*"] }');
    expect(await lockstep("init")).toBe(exitCode.ok);
    expect(readJson("packages/publishers/package.json")).toMatchObject({
      name: "@acme/publishers",
      dependencies: { "@acme/events": readJson("packages/events/package.json").version },
    });
    expect(readJson("packages/subscribers/tsconfig.json").references).toEqual([
      { path: "../events" },
    ]);
    expect(read("lockstep.config.ts")).toContain('publishers: "packages/publishers/src"');
    expect(readJson("package.json")).not.toHaveProperty("dependencies");
    expect(section("then")).toEqual(["npm install", "npm run generate", "npx tsc -b"]);
  });

  test("of pnpm speaks pnpm, and asks for the folder that it does not cover", async () => {
    write("package.json", '{ "name": "shop" }');
    write("pnpm-workspace.yaml", "packages:\n  - apps/*\n");
    await lockstep("init");
    expect(readJson("packages/subscribers/package.json").dependencies).toMatchObject({
      "@shop/events": "workspace:*",
    });
    expect(section("for you to do")).toEqual([
      'pnpm-workspace.yaml: add "packages/*" to the packages of the workspace',
      changesetAdvice
        .replace("npm install --save-dev", "pnpm add --save-dev")
        .replace("npx", "pnpm exec"),
    ]);
    expect(section("then")).toEqual(["pnpm install", "pnpm run generate", "pnpm exec tsc -b"]);
    expect(read(".github/workflows/lockstep.yml")).toContain("pnpm install --frozen-lockfile");
  });

  test("takes the folder that the workspace has for packages", async () => {
    write(
      "package.json",
      '{ "name": "shop", "workspaces": { "packages": ["apps/*", "./libs/*"] } }',
    );
    await lockstep("init");
    expect(project.exists("libs/events/package.json")).toBe(true);
    expect(section("for you to do")).toEqual([changesetAdvice]);
  });

  test("builds the packages by name where settings of another hand do not lead to them", async () => {
    write("package.json", '{ "name": "shop", "workspaces": ["packages/*"] }');
    write("tsconfig.json", "{}");
    await lockstep("init");
    expect(section("then")[2]).toBe("npx tsc -b packages/publishers packages/subscribers");
  });

  test("of turbo asks for the order of its builds", async () => {
    write("package.json", '{ "name": "shop", "workspaces": ["packages/*"] }');
    write("turbo.json", '{ "tasks": { "build": {} } } // mine\n');
    await lockstep("init");
    expect(section("for you to do")[0]).toMatch(
      /^turbo\.json: give the task "build" a "dependsOn"/,
    );
  });

  test("leaves a package of the same name, and says what it would need", async () => {
    write("package.json", '{ "name": "shop", "workspaces": ["packages/*"] }');
    write("packages/events/package.json", '{ "name": "party" }');
    await lockstep("init");
    expect(read("packages/events/package.json")).toBe('{ "name": "party" }');
    expect(section("for you to do")[0]).toMatch(
      /^packages\/events\/package\.json: it has no dependency "@lockstep\/runtime"/,
    );
  });

  test("keeps to --package-manager, and else to the field of the manifest", async () => {
    write("package.json", '{ "name": "shop", "packageManager": "yarn@4.9.0" }');
    await lockstep("init", "--dry-run");
    expect(section("then")[0]).toBe("yarn install");
    await lockstep("init", "--dry-run", "--package-manager", "bun");
    expect(section("then")[0]).toBe("bun install");
    expect(await lockstep("init", "--package-manager", "cargo")).toBe(exitCode.usage);
  });
});

describe("lockstep init --vscode", () => {
  test("writes the editor's schema, and shows it to the contract", async () => {
    expect(await lockstep("init", "--vscode")).toBe(exitCode.ok);
    expect(Object.keys(readJson(".vscode/settings.json")["yaml.schemas"] as object)).toEqual([
      "./asyncapi/lockstep.editor.json",
    ]);
    expect(read("asyncapi/asyncapi.yaml")).toMatch(
      /^# yaml-language-server: \$schema=\.\/lockstep\.editor\.json\n/,
    );
    expect(await lockstep("export", "--editor", "--check")).toBe(exitCode.ok);
  });

  test("leaves settings that are there, and says what to add", async () => {
    write(".vscode/settings.json", "{ /* mine */ }\n");
    await lockstep("init", "--vscode");
    expect(read(".vscode/settings.json")).toBe("{ /* mine */ }\n");
    expect(section("for you to do")[0]).toMatch(/^\.vscode\/settings\.json: add "yaml\.schemas"/);
  });
});

test.each(["npm", "pnpm", "yarn", "bun"])("the workflow for %s is YAML", async (manager) => {
  await lockstep("init", "--package-manager", manager);
  const { jobs } = parse(read(".github/workflows/lockstep.yml"));
  const runs = jobs.contract.steps.map((step: { run?: string }) => step.run ?? "");
  expect(runs.filter((line: string) => line.includes("lockstep check"))).toHaveLength(2);
});
