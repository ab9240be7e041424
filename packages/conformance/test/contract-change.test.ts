// A change of the contract reaches both apps as compile errors, at the lines that use what changed.
import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const repository = fileURLToPath(new URL("../../..", import.meta.url));
const readme = readFileSync(join(repository, "README.md"), "utf8");
let copy: string;

beforeAll(() => {
  copy = copyRepository();
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe("a change in asyncapi/", { timeout: 180_000 }, () => {
  test("of a payload field is a compile error in the API and in the page", () => {
    const errors = errorsAfter("asyncapi/hotel-offers.yaml", (text) =>
      text.replaceAll("offer_title", "offer_name"),
    );
    expect(errors).toContainEqual(
      expect.stringMatching(/^apps\/api\/src\/.*'offer_name' is missing/),
    );
    expect(errors).toContainEqual(
      expect.stringMatching(/^apps\/web\/src\/.*'offer_title' does not exist/),
    );
  });

  test("is told in the README as it happens", () => {
    const errors = errorsAfter("asyncapi/hotel-offers.yaml", (text) => {
      const [start, end] = [
        text.indexOf("name: offer-deleted"),
        text.indexOf("name: offer-image-updated"),
      ];
      return (
        text.slice(0, start) +
        text.slice(start, end).replaceAll("offer_title", "title") +
        text.slice(end)
      );
    });
    const told = [...readme.matchAll(/^(apps\/\S+?)\(\d+,\d+\): (error TS\d+)/gm)];
    expect(told).toHaveLength(2);
    for (const [, file, code] of told) {
      expect(
        errors.some((error) => error.startsWith(`${file}(`) && error.includes(`${code}:`)),
      ).toBe(true);
    }
  });

  test("of an event's key is a compile error in the API and in the page", () => {
    const errors = errorsAfter("asyncapi/hotel-offers.yaml", (text) =>
      text.replace("offerDeleted:\n        $ref", "offerRemoved:\n        $ref"),
    );
    expect(errors).toContainEqual(expect.stringMatching(/^apps\/api\/src\/.*offerDeleted/));
    expect(errors).toContainEqual(expect.stringMatching(/^apps\/web\/src\/.*offerDeleted/));
  });

  test("of a channel's parameter is a compile error in the API and in the page", () => {
    const errors = errorsAfter("asyncapi/hotel-offers.yaml", (text) =>
      text
        .replace("hotel-{hotelSlug}", "hotel-{slug}")
        .replace("      hotelSlug:\n", "      slug:\n"),
    );
    expect(errors).toContainEqual(expect.stringMatching(/^apps\/api\/src\/.*hotelSlug/));
    expect(errors).toContainEqual(expect.stringMatching(/^apps\/web\/src\/.*hotelSlug/));
  });

  test("that is put back leaves everything as it was", () => {
    expect(errorsAfter("asyncapi/hotel-offers.yaml", (text) => text)).toEqual([]);
    for (const name of ["events", "publishers", "subscribers"]) {
      const folder = `packages/${name}/src`;
      const differences = spawnSync(
        "diff",
        ["-r", "--exclude=contract.lock", join(repository, folder), join(copy, folder)],
        {
          encoding: "utf8",
        },
      );
      expect(differences.stdout).toBe("");
    }
  });
});

/** Edits one file of the original, regenerates and type-checks the copy; answers the compiler's errors. */
function errorsAfter(file: string, edit: (text: string) => string): string[] {
  writeFileSync(join(copy, file), edit(readFileSync(join(repository, file), "utf8")));
  execFileSync("npm", ["run", "-s", "generate"], { cwd: copy, stdio: "pipe" });
  const compiler = spawnSync("npx", ["tsc", "-b", ".config", "--pretty", "false"], {
    cwd: copy,
    encoding: "utf8",
  });
  return compiler.stdout.split("\n").filter((line) => line.includes("error TS"));
}

/** The files that git knows, with the same dependencies, in a folder of their own. */
function copyRepository(): string {
  const folder = mkdtempSync(join(tmpdir(), "lockstep-copy-"));
  const files = execFileSync(
    "git",
    ["ls-files", "-z", "--cached", "--others", "--exclude-standard"],
    { cwd: repository, encoding: "utf8" },
  );
  for (const file of files.split("\0")) {
    if (file === "" || !existsSync(join(repository, file))) continue;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(repository, file), join(folder, file));
  }
  for (const workspace of [".", ...workspacesOf(repository)]) linkDependencies(workspace, folder);
  return folder;
}

function workspacesOf(root: string): string[] {
  return ["packages", "apps"].flatMap((parent) =>
    readdirSync(join(root, parent)).map((name) => join(parent, name)),
  );
}

/** Links each dependency, so that links between workspaces point into the copy. */
function linkDependencies(workspace: string, folder: string): void {
  const from = join(repository, workspace, "node_modules");
  if (!existsSync(from)) return;
  const to = join(folder, workspace, "node_modules");
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    if (name.startsWith("@lockstep"))
      cpSync(join(from, name), join(to, name), { recursive: true, verbatimSymlinks: true });
    else symlinkSync(join(from, name), join(to, name));
  }
}
