// What `check --against` compares with, through the command, on real repositories.
import { mkdirSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test, vi } from "vitest";
import { exitCode } from "../exit-code.ts";
import { contract, placed, useShop } from "./shop.test.helper.ts";

const shop = useShop();
const { write, git, commit, lockstep, check } = shop;

function commitFile(path: string, text: string): void {
  write(path, text);
  commit();
}

describe("the past", () => {
  test("is the merge base: others' changes since then are not this one's", async () => {
    git("checkout", "--quiet", "-b", "topic");
    commitFile("shop/readme.md", "of the topic\n");
    git("checkout", "--quiet", "main");
    write(
      "shop/orders.yaml",
      contract.replace("placed:", "cancelled: { payload: {} }\n      placed:"),
    );
    commit();
    git("checkout", "--quiet", "topic");
    expect(await check("--against", "main")).toBe(exitCode.ok);
    expect(shop.out).toMatch(
      /^orders\.yaml: nothing has changed since [0-9a-f]{7,}, where HEAD left main\n$/,
    );
  });

  test("is read with all its files from the tree, under the names that git gives them", async () => {
    write("shop/parts/placed.yaml", placed.replace(", properties: { id: { type: integer } }", ""));
    expect(await check("--against", "main", "--format", "json")).toBe(exitCode.breaking);
    const { diagnostics } = JSON.parse(shop.out) as {
      diagnostics: { code: string; file: string }[];
    };
    expect(diagnostics.filter(({ code }) => code.startsWith("payload-")).length).toBeGreaterThan(0);
    write("shop/orders.yaml", contract.replace("placed: {", "accepted: {"));
    write("shop/parts/placed.yaml", "{ type: boolean }\n");
    expect(await check("--against", "main")).toBe(exitCode.breaking);
    expect(shop.err).toMatch(
      /^orders\.yaml:4:3 error orders\.placed: .*; it was at main:shop\/orders\.yaml:7:\d+; .* \[event-removed\]$/m,
    );
  });

  test("may be a tag, a commit, or a file in any folder", async () => {
    git("tag", "v1");
    write("old/orders.yaml", contract.replace("private-orders", "private-old"));
    write("old/parts/placed.yaml", placed);
    for (const past of ["v1", "HEAD", "HEAD~0"]) {
      expect(await check("--against", past)).toBe(exitCode.ok);
      expect(shop.out).toBe(`orders.yaml: nothing has changed since ${past}\n`);
    }
    expect(await check("--against", "../old/orders.yaml")).toBe(exitCode.breaking);
    expect(shop.err).toContain("[channel-address-changed]");
  });

  test("is found in a hook of git, which names its folders from the root", async () => {
    vi.stubEnv("GIT_DIR", ".git");
    vi.stubEnv("GIT_INDEX_FILE", ".git/index");
    expect(await check("--against", "main")).toBe(exitCode.ok);
    expect(shop.out).toBe("orders.yaml: nothing has changed since main\n");
  });

  test("may be a contract that was bundled and published", async () => {
    expect(await lockstep("shop", "bundle")).toBe(exitCode.ok);
    expect(await check("--against", "contract.json")).toBe(exitCode.ok);
    expect(shop.out).toBe("orders.yaml: means what it meant in contract.json\n");
    write("shop/parts/placed.yaml", placed.replace("integer", "string"));
    expect(await check("--against", "contract.json")).toBe(exitCode.breaking);
  });

  test("has no contract that is new", async () => {
    git("rm", "--quiet", "-r", "shop/orders.yaml", "shop/parts");
    commit();
    write("shop/orders.yaml", contract);
    write("shop/parts/placed.yaml", placed);
    expect(await check("--against", "main")).toBe(exitCode.ok);
    expect(shop.out).toBe("orders.yaml: not in main, so it is new, and nobody breaks\n");
  });

  test("is told in one line, whatever its files are called", async () => {
    for (const name of ["a\u001b[31m\n::error::x.yaml", "b.yaml"]) commitFile(name, contract);
    git("rm", "--quiet", "-r", ".");
    write("shop/lockstep.config.json", '{ "input": "shop.yaml", "output": "out" }');
    write("shop/shop.yaml", contract.replace("{ $ref: 'parts/placed.yaml' }", "true"));
    expect(await check("--against", "main")).toBe(exitCode.usage);
    expect(shop.err).toMatch(/^--against main: shop\/shop\.yaml is not in main, and [^\n]+\n$/);
    expect(shop.err).not.toContain("\u001b");
  });

  test("is followed where the document has moved", async () => {
    const move = (to: string): void => {
      mkdirSync(join(shop.home, "shop/contract"), { recursive: true });
      renameSync(join(shop.home, "shop/orders.yaml"), join(shop.home, to));
      renameSync(join(shop.home, "shop/parts"), join(shop.home, "shop/contract/parts"));
    };
    move("shop/contract/all.yaml");
    write("shop/lockstep.config.json", '{ "input": "contract/all.yaml", "output": "out" }');
    await lockstep("shop", "generate");
    expect(await lockstep("shop", "check", "--against", "main")).toBe(exitCode.ok);
    expect(shop.out).toContain(
      "contract/all.yaml: nothing has changed since main, where it was shop/orders.yaml\n",
    );
  });

  test("is asked for where it is not clear which document has moved", async () => {
    write("shop/stock.yaml", contract.replace("private-orders", "private-stock"));
    commit();
    git("mv", "shop/orders.yaml", "shop/a.yaml");
    git("mv", "shop/stock.yaml", "shop/b.yaml");
    write("shop/lockstep.config.json", '{ "input": "a.yaml", "output": "out" }');
    expect(await check("--against", "main")).toBe(exitCode.usage);
    expect(shop.err).toBe(
      "--against main: shop/a.yaml is not in main, and shop/orders.yaml, shop/stock.yaml are there no more; say which it was, as in main:shop/orders.yaml\n",
    );
    expect(await check("--against", "main:shop/orders.yaml")).toBe(exitCode.ok);
    expect(shop.out).toBe("a.yaml: nothing has changed since main\n");
  });

  test("gives no verdict where it is invalid itself", async () => {
    write("shop/parts/placed.yaml", "{ type: intger }\n");
    commit();
    write("shop/parts/placed.yaml", placed);
    expect(await check("--against", "main")).toBe(exitCode.invalidDocument);
    expect(shop.err).toBe(
      'main:shop/parts/placed.yaml:1:9 error "type": "intger" is no type of JSON Schema; did you mean "integer"? [schema-invalid]\n1 error\nno verdict: the contract in main is invalid itself; compare with one that is valid\n',
    );
  });
});

describe("where there is no past, a sentence says what to do", () => {
  test.each([
    ["mains", '--against mains: there is no such ref or file; did you mean "main"?\n'],
    [
      "v9",
      "--against v9: there is no such ref or file; name a branch, a tag, a commit or a file\n",
    ],
    [
      "--upload-pack=x",
      "--against --upload-pack=x: there is no such ref or file; name a branch, a tag, a commit or a file\n",
    ],
    [
      "main:shop/none.yaml",
      "--against main:shop/none.yaml: main has no shop/none.yaml; correct the path\n",
    ],
  ])("of %s", async (against, want) => {
    expect(await check(`--against=${against}`)).toBe(exitCode.usage);
    expect(shop.err).toBe(want);
  });

  test("of a branch that was not fetched", async () => {
    git("remote", "add", "origin", "https://git.example.com/shop.git");
    expect(await check("--against", "origin/main")).toBe(exitCode.usage);
    expect(shop.err).toBe(
      "--against origin/main: there is no such ref or file; fetch it: git fetch origin main:refs/remotes/origin/main\n",
    );
  });

  test("of a shallow clone", async () => {
    commitFile("shop/a.md", "a\n");
    git("checkout", "--quiet", "-b", "topic", "HEAD~1");
    commitFile("shop/b.md", "b\n");
    git(
      "clone",
      "--quiet",
      "--depth",
      "1",
      "--no-single-branch",
      pathToFileURL(shop.home).href,
      "clone",
    );
    write("clone/shop/orders.yaml", contract.replace("private-orders", "orders"));
    await lockstep("clone/shop", "generate");
    expect(await lockstep("clone/shop", "check", "--against", "origin/main")).toBe(exitCode.usage);
    expect(shop.err).toBe(
      "--against origin/main: this shallow clone does not reach back to where HEAD left it; fetch the rest: git fetch --unshallow (fetch-depth: 0 for actions/checkout)\n",
    );
  });

  test("of histories that have nothing in common", async () => {
    git("checkout", "--quiet", "--orphan", "other");
    commitFile("shop/a.md", "a\n");
    expect(await check("--against", "main")).toBe(exitCode.usage);
    expect(shop.err).toBe(
      "--against main: HEAD and main have no commit in common; name a ref that HEAD comes from, or a file\n",
    );
  });

  test("of a folder that is no repository", async () => {
    rmSync(join(shop.home, ".git"), { recursive: true });
    vi.stubEnv("GIT_CEILING_DIRECTORIES", tmpdir());
    expect(await check("--against", "main")).toBe(exitCode.usage);
    expect(shop.err).toBe("--against main: this is no git repository; name a file\n");
  });

  test("of a machine without git", async () => {
    vi.stubEnv("PATH", join(shop.home, "nothing"));
    expect(await check("--against", "main")).toBe(exitCode.usage);
    expect(shop.err).toBe("--against main: there is no git here; install it, or name a file\n");
  });

  test("of a file for several contracts", async () => {
    const contracts = ["a", "b"].map((output) => ({ input: "orders.yaml", output }));
    write("shop/lockstep.config.json", JSON.stringify({ contracts }));
    expect(await check("--against", "orders.yaml")).toBe(exitCode.usage);
    expect(shop.err).toBe(
      "--against orders.yaml: it is one document, and the config holds 2 contracts; name a ref\n",
    );
  });

  test("of nothing to compare with", async () => {
    expect(await lockstep("shop", "check", "--write-changeset")).toBe(exitCode.usage);
    expect(shop.err).toBe(
      "--write-changeset: it needs something to compare with; name it by --against\n",
    );
  });
});
