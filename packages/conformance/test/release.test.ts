// `npm run release`, as far as it goes without installing and building all of it again.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const tsx = pathToFileURL(join(root, "node_modules/tsx/dist/loader.mjs")).href;

let clone: string;

beforeAll(() => {
  clone = mkdtempSync(join(tmpdir(), "lockstep-clone-"));
  execFileSync("git", ["clone", "--quiet", root, clone], { stdio: "pipe" });
});
afterAll(() => rmSync(clone, { recursive: true, force: true }));

function release(...args: string[]): { readonly status: number | null; readonly stderr: string } {
  const script = join(clone, ".config/release.ts");
  const { status, stderr } = spawnSync(process.execPath, ["--import", tsx, script, ...args], {
    cwd: clone,
    encoding: "utf8",
  });
  return { status, stderr };
}

describe("npm run release", () => {
  it("publishes nothing that is not committed", () => {
    const added = join(clone, "added.txt");
    writeFileSync(added, "not committed\n");
    expect(release("--publish")).toEqual({
      status: 1,
      stderr:
        "release: there is something that is not committed; commit it, since a release is a commit\n",
    });
    rmSync(added);
  });

  it("publishes nothing while changesets are pending", () => {
    const pending = join(clone, ".changeset/pending.md");
    writeFileSync(pending, '---\n"@lockstep/cli": patch\n---\n\nPending.\n');
    const commit = ["-c", "user.name=A", "-c", "user.email=a@example.com", "commit", "--quiet"];
    execFileSync("git", ["add", pending], { cwd: clone });
    execFileSync("git", [...commit, "--message", "pending"], { cwd: clone });
    expect(release("--publish")).toEqual({
      status: 1,
      stderr:
        "release: there are changesets; run npm run release -- --version first, and commit that\n",
    });
  });

  it("says what it takes", () => {
    const { status, stderr } = release("--pubish");
    expect([status, stderr.split("\n")[0]]).toEqual([
      2,
      "npm run release                 try it out in a clean clone of HEAD, up to the registry's door; changes nothing here",
    ]);
  });
});
