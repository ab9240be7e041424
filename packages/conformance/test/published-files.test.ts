// What npm would publish of each public package: all that its manifest promises, and nothing of the workshop.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../..", import.meta.url));

interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly bin?: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

interface Packed {
  readonly name: string;
  readonly files: readonly { readonly path: string }[];
}

const manifests = readdirSync(join(root, "packages"))
  .map((folder): Manifest => {
    return JSON.parse(readFileSync(join(root, "packages", folder, "package.json"), "utf8"));
  })
  .filter((manifest) => !manifest.private);
const names = manifests.map(({ name }) => name);

let packed: ReadonlyMap<string, readonly string[]>;

beforeAll(() => {
  const run = (command: string, ...args: string[]): string =>
    execFileSync(command, args, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  const build = names.map((name) => `--filter=${name}`);
  run("npx", "--no-install", "turbo", "run", "build", "--output-logs=errors-only", ...build);
  const workspaces = names.flatMap((name) => ["--workspace", name]);
  const answer = run("npm", "pack", "--dry-run", "--json", ...workspaces);
  // scripts of the packages may print before
  const list = JSON.parse(answer.slice(answer.search(/^\[$/m))) as readonly Packed[];
  packed = new Map(list.map(({ name, files }) => [name, files.map(({ path }) => path)]));
}, 300_000);

describe.each(manifests)("$name", ({ name, bin = {}, exports }) => {
  it("has a file for every export and command", () => {
    const targets = [...Object.values(bin), ...Object.values(exports).flatMap(Object.values)];
    expect(targets.length).toBeGreaterThan(2);
    const wanted = targets.map((target) => target.replace(/^\.\//, ""));
    expect(packed.get(name)).toEqual(
      expect.arrayContaining([...wanted, "package.json", "README.md"]),
    );
  });

  it("has nothing of the workshop", () => {
    const ofWorkshop =
      /\.test(?:-d)?\.|\.tsbuildinfo$|\.lock$|(?:^|\/)(?:test|node_modules|\.turbo)\/|^tsconfig|^turbo\.json/;
    expect(packed.get(name)?.filter((path) => ofWorkshop.test(path))).toEqual([]);
  });
});

it("the events carry their contract", () => {
  const owners = names.filter((name) => packed.get(name)?.includes("contract.json"));
  expect(owners).toEqual(["@lockstep-demo/events"]);
});
