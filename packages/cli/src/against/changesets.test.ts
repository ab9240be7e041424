// What `check --against` asks of changesets and of the config, through the command, on real repositories.
import { readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { exitCode } from "../exit-code.ts";
import { contract, placed, useShop } from "./shop.test.helper.ts";

const shop = useShop();
const { write, git, commit, lockstep, check } = shop;

const changesets = (): string[] =>
  readdirSync(join(shop.home, ".changeset")).filter((file) => file.endsWith(".md"));
const read = (file: string | undefined): string =>
  readFileSync(join(shop.home, ".changeset", file ?? ""), "utf8");

const breakPlaced = (): void =>
  write("shop/parts/placed.yaml", placed.replace("integer", "string"));
const addCancelled = (): void =>
  write("shop/orders.yaml", `${contract}      cancelled: { payload: { type: string } }\n`);
const declare = (bump: string, file = "mine.md", name = "@acme/orders"): void =>
  write(`.changeset/${file}`, `---\n"${name}": ${bump}\n---\n\nOrders changed.\n`);

describe("a break", () => {
  beforeEach(breakPlaced);

  test("is refused with who breaks, the file to write and the command that writes it", async () => {
    expect(await check("--against", "main")).toBe(exitCode.breaking);
    const [change, ...rest] = shop.err.split("\n");
    expect(change).toMatch(
      /^parts\/placed\.yaml:1:59 error orders\.placed payload\.id: .+; .+; .+ \[payload-type-changed\]$/,
    );
    const file = /contract-[0-9a-f]{8}\.md/.exec(shop.err)?.[0];
    expect(rest).toEqual([
      "1 | { type: object, required: [id], properties: { id: { type: string } } }",
      "                                                              ^",
      `../.changeset:1:1 error ../.changeset: no new changeset releases "@acme/orders" (major); write ../.changeset/${file} [changeset-missing]`,
      "2 errors",
      "mend it with: npx lockstep check --against main --write-changeset",
      "",
    ]);
    expect(changesets()).toEqual([]);
  });

  test("passes by the changeset that the command writes, once and for all", async () => {
    expect(await check("--against", "main", "--write-changeset")).toBe(exitCode.ok);
    const files = changesets();
    expect(shop.out).toBe(
      `wrote ../.changeset/${files[0]}\norders.yaml: 1 change since main, 1 breaking; declared by ../.changeset/${files[0]}\n`,
    );
    expect(read(files[0])).toBe(
      '---\n"@acme/orders": major\n---\n\nBreaking: `orders.placed payload.id`: integer became string.\n',
    );
    for (const args of [[], ["--write-changeset"]]) {
      expect(await check("--against", "main", ...args)).toBe(exitCode.ok);
      expect(shop.out).toBe(
        `orders.yaml: 1 change since main, 1 breaking; declared by ../.changeset/${files[0]}\n`,
      );
      expect(shop.err).toMatch(
        /^parts\/placed\.yaml:1:59 warning orders\.placed [\s\S]*\n1 warning\n$/,
      );
    }
    expect(changesets()).toEqual(files);
  });

  test("that grows has its changeset written anew, unless somebody has edited it", async () => {
    await check("--against", "main", "--write-changeset");
    const [first] = changesets();
    addCancelled();
    await check("--against", "main", "--write-changeset");
    const [second, ...others] = changesets();
    expect([second === first, others]).toEqual([false, []]);
    expect(read(second)).toContain("New: `orders.cancelled`.");
    write(`.changeset/${second}`, read(second).replace("Breaking", "Careful"));
    write("shop/orders.yaml", contract);
    expect(await check("--against", "main", "--write-changeset")).toBe(exitCode.ok);
    expect(changesets()).toEqual([second]);
    expect(read(second)).toContain("Careful");
  });

  // cause: the file's name holds a digest of what we wrote, so the next run took it for free and wrote over the edit
  test("leaves a changeset of ours that a person has made too small, and says so", async () => {
    await check("--against", "main", "--write-changeset");
    const [file = ""] = changesets();
    declare("minor", file);
    expect(await check("--against", "main", "--write-changeset")).toBe(exitCode.breaking);
    expect(read(file)).toContain("Orders changed.");
    expect(shop.err).toContain(
      `and it needs major; correct ../.changeset/${file} [changeset-too-small]`,
    );
    expect(shop.err).not.toContain("mend it with");
  });

  // cause: a repository of a stranger had the changeset lead to a file at home, which was written over
  test("is never declared through a link", async () => {
    write("home/notes.md", "precious\n");
    await check("--against", "main", "--write-changeset");
    const [file = ""] = changesets();
    rmSync(join(shop.home, ".changeset", file));
    symlinkSync(join(shop.home, "home/notes.md"), join(shop.home, ".changeset", file));
    expect(await check("--against", "main", "--write-changeset")).toBe(exitCode.ok);
    expect(readFileSync(join(shop.home, "home/notes.md"), "utf8")).toBe("precious\n");
  });

  // cause: on GitHub, a line that begins with two colons is a command
  test("is told in lines of our own, whatever files are called", async () => {
    declare("major", "a\u001b[31m\n::stop-commands::x.md");
    expect(await check("--against", "main")).toBe(exitCode.ok);
    expect(shop.out).toMatch(/; declared by [^\n]+::stop-commands::x\.md\n$/);
    expect(shop.out).not.toContain("\u001b");
  });

  test("passes by a person's changeset that is large enough, and by no other", async () => {
    declare("minor");
    expect(await check("--against", "main")).toBe(exitCode.breaking);
    expect(shop.err).toMatch(
      /^\.\.\/\.changeset:1:1 error \.\.\/\.changeset: new changesets release "@acme\/orders" as minor, and it needs major; write \.\.\/\.changeset\/contract-[0-9a-f]{8}\.md \[changeset-too-small\]$/m,
    );
    declare("major", "mine.md", "@acme/other");
    expect(await check("--against", "main")).toBe(exitCode.breaking);
    expect(shop.err).toContain("[changeset-missing]");
    declare("major");
    expect(await check("--against", "main", "--write-changeset")).toBe(exitCode.ok);
    expect(changesets()).toEqual(["mine.md"]);
  });

  test("is not declared by a changeset that was there before, unless this change raised it", async () => {
    write("shop/parts/placed.yaml", placed);
    declare("major");
    commit();
    breakPlaced();
    expect(await check("--against", "main")).toBe(exitCode.breaking);
    declare("major");
    write(".changeset/mine.md", `${read("mine.md")}And again.\n`);
    expect(await check("--against", "main")).toBe(exitCode.ok);
  });

  test("is not declared by a changeset that cannot be read", async () => {
    write(".changeset/mine.md", '---\n"@acme/orders": huge\n---\n\nx\n');
    expect(await check("--against", "main")).toBe(exitCode.breaking);
    expect(shop.err).toContain(
      '../.changeset/mine.md:1:1 error ../.changeset/mine.md: invalid version type "huge" for package "@acme/orders" [changeset-invalid]\n',
    );
  });

  test.each([
    [undefined, "0.3.0", "minor"],
    ["minor", "0.3.0", "minor"],
    ["major", "0.3.0", "major"],
    ["minor", "1.0.0", "major"],
  ])("with breakBelowOne %s releases version %s as %s", async (breakBelowOne, version, want) => {
    write("shop/package.json", JSON.stringify({ name: "@acme/orders", version }));
    write(
      "shop/lockstep.config.json",
      JSON.stringify({ input: "orders.yaml", output: "out", breakBelowOne }),
    );
    expect(await check("--against", "main", "--write-changeset")).toBe(exitCode.ok);
    expect(read(changesets()[0])).toContain(`"@acme/orders": ${want}\n`);
  });

  test("needs changesets to be in use", async () => {
    git("rm", "--quiet", ".changeset/config.json");
    expect(await check("--against", "main", "--write-changeset")).toBe(exitCode.breaking);
    expect(shop.err).toContain(
      ".changeset:1:1 error .changeset: there is none here, and a break passes by a changeset alone; run npx @changesets/cli init [changeset-missing]\n",
    );
    write("shop/parts/placed.yaml", placed);
    addCancelled();
    expect(await check("--against", "main")).toBe(exitCode.ok);
    expect(shop.out).toBe("orders.yaml: 1 change since main, none breaking\n");
  });

  test("needs a package to release", async () => {
    write("shop/package.json", "{}");
    expect(await check("--against", "main", "--write-changeset")).toBe(exitCode.breaking);
    expect(shop.err).toContain(
      "no package.json with a name is above the generated code, so no changeset can release a break; add one",
    );
  });

  test("is told from where a person stands", async () => {
    await lockstep("shop", "generate");
    const args = ["check", "--config", "shop/lockstep.config.json", "--against", "main"];
    expect(await lockstep("", ...args)).toBe(exitCode.breaking);
    expect(shop.err).toMatch(/^shop\/parts\/placed\.yaml:1:59 error /);
    expect(shop.err).toMatch(
      /\n\.changeset:1:1 error \.changeset: no new changeset releases "@acme\/orders" \(major\); write \.changeset\/contract-/,
    );
    expect(shop.err).toMatch(
      /\nmend it with: npx lockstep check --config shop\/lockstep\.config\.json --against main --write-changeset\n$/,
    );
  });

  test("comes after code that is stale", async () => {
    await lockstep("shop", "generate");
    addCancelled();
    expect(await lockstep("shop", "check", "--against", "main")).toBe(exitCode.stale);
    expect(shop.err).toContain("[payload-type-changed]");
    expect(shop.err).toMatch(
      /\nmend it with: npx lockstep generate\nmend it with: npx lockstep check --against main --write-changeset\n$/,
    );
  });
});

describe("a change that breaks nobody", () => {
  test("is declared too", async () => {
    addCancelled();
    expect(await check("--against", "main")).toBe(exitCode.breaking);
    expect(shop.err).toMatch(
      /^orders\.yaml:8:\d+ info orders\.cancelled: [\s\S]* releases "@acme\/orders" \(minor\); write /,
    );
    declare("minor");
    expect(await check("--against", "main")).toBe(exitCode.ok);
  });

  test("of the text alone needs nothing", async () => {
    write("shop/orders.yaml", contract.replace("channels:", "# all of them\nchannels:"));
    expect(await check("--against", "main")).toBe(exitCode.ok);
    expect(shop.out).toMatch(
      /^orders\.yaml: (?:means what it meant in|nothing has changed since) main\n$/,
    );
  });
});

describe("three packages", () => {
  beforeEach(() => {
    for (const part of ["events", "publishers", "subscribers"]) {
      write(
        `shop/packages/${part}/package.json`,
        `{ "name": "@acme/${part}", "version": "1.0.0" }`,
      );
    }
    write(".gitignore", "src\n");
    write("shop/lockstep.config.json", '{ "input": "orders.yaml" }');
    commit();
    // code against the publisher compiles still, and open tabs refuse what it sends
    write("shop/parts/placed.yaml", placed.replace("integer }", "integer, maximum: 9 }"));
    commit();
    write("shop/parts/placed.yaml", placed);
  });

  test("each get what their side needs", async () => {
    expect(await check("--against", "main", "--write-changeset")).toBe(exitCode.ok);
    expect(read(changesets()[0])).toMatch(
      /^---\n"@acme\/events": major\n"@acme\/publishers": major\n"@acme\/subscribers": minor\n---\n/,
    );
  });

  test("of a fixed group get what one of them needs, and one name declares them all", async () => {
    write(".changeset/config.json", '{ "fixed": [["@acme/*"]] }');
    expect(await check("--against", "main", "--write-changeset")).toBe(exitCode.ok);
    expect(read(changesets()[0])).toContain('"@acme/subscribers": major\n');
    git("clean", "--quiet", "--force", ".changeset");
    declare("major", "mine.md", "@acme/publishers");
    expect(await check("--against", "main")).toBe(exitCode.ok);
  });
});

describe("lockstep diff --write-changeset", () => {
  const diff = (...args: string[]): Promise<number> =>
    lockstep("shop", "diff", "../before.yaml", "orders.yaml", "--write-changeset", ...args);

  beforeEach(() => {
    write("before.yaml", contract.replace("parts/", "shop/parts/"));
    addCancelled();
  });

  test("writes the changeset of the document's packages, once", async () => {
    expect(await diff("--format", "json")).toBe(exitCode.ok);
    const files = changesets();
    expect(shop.err).toBe(`wrote ../.changeset/${files[0]}\n`);
    expect(JSON.parse(shop.out)).toMatchObject({ bump: "minor" });
    expect(read(files[0])).toBe('---\n"@acme/orders": minor\n---\n\nNew: `orders.cancelled`.\n');
    expect(await diff()).toBe(exitCode.ok);
    expect(shop.err).toBe("all of it is declared by changesets\n");
    expect(changesets()).toEqual(files);
  });

  test("says what it lacks: changesets, or packages of that document", async () => {
    git("rm", "--quiet", ".changeset/config.json");
    expect(await diff()).toBe(exitCode.usage);
    expect(shop.err).toBe(
      "--write-changeset: there is no .changeset folder; run npx @changesets/cli init\n",
    );
    write("shop/lockstep.config.json", '{ "input": "other.yaml" }');
    expect(await diff()).toBe(exitCode.usage);
    expect(shop.err).toBe(
      "--write-changeset: nothing is generated from orders.yaml here, so there is no package to release; name the document of the config as the newer one\n",
    );
  });
});

describe("a channel that more people may read", () => {
  const accept = (line: object): void =>
    write(
      "shop/lockstep.config.json",
      JSON.stringify({ input: "orders.yaml", output: "out", accept: [line] }),
    );
  const line = {
    rule: "channel-access-loosened",
    at: "/channels/orders",
    reason: "orders are public now",
    until: "2027-06-30",
  };
  const args = ["--against", "main", "--today", "2027-06-30"];

  beforeEach(() => {
    write("shop/orders.yaml", contract.replace("private-orders", "orders"));
    declare("major");
  });

  test("needs a line in the config besides its changeset, and is told which", async () => {
    expect(await check(...args)).toBe(exitCode.breaking);
    expect(shop.err).toMatch(
      /^orders\.yaml:4:3 error channel "orders": [\s\S]* \[channel-access-loosened\]\n/,
    );
    expect(shop.err).toMatch(
      /\n1 error\naccept it in the config: accept: \[\{ rule: "channel-access-loosened", at: "\/channels\/orders", reason: "why it is right", until: "2027-07-30" \}\]\n$/,
    );
    accept(line);
    expect(await check(...args)).toBe(exitCode.ok);
  });

  test("is refused again after the day of the line", async () => {
    accept({ ...line, until: "2027-06-29" });
    expect(await check(...args)).toBe(exitCode.breaking);
    expect(shop.err).toContain(
      'lockstep.config.json:1:1 warning accept[0]: "channel-access-loosened" at "/channels/orders" held until 2027-06-29; remove it, or give it a later day and a reason [accept]\n',
    );
  });

  test("leaves a line that nothing needs to be removed", async () => {
    write("shop/orders.yaml", contract);
    accept(line);
    expect(await check(...args)).toBe(exitCode.ok);
    expect(shop.err).toBe(
      'lockstep.config.json:1:1 warning accept[0]: "channel-access-loosened" at "/channels/orders" accepts nothing that has changed; remove it [accept]\n1 warning\n',
    );
  });
});

test("what is removed before its sunset needs a line too, at its pointer of then", async () => {
  write(
    "shop/orders.yaml",
    `${contract}      cancelled:
        x-deprecated: { since: 2026-01-01, sunset: 2027-06-30, use: placed }
        payload: { type: string }
`,
  );
  commit();
  write("shop/orders.yaml", contract);
  declare("major");
  const args = ["--against", "main", "--today", "2027-06-01"];
  expect(await check(...args)).toBe(exitCode.breaking);
  expect(shop.err).toMatch(
    /^orders\.yaml:4:3 error .*; it was at main:shop\/orders\.yaml:8:\d+; .* \[event-removed-before-sunset\]\n/,
  );
  expect(shop.err).toContain(
    'accept: [{ rule: "event-removed-before-sunset", at: "/channels/orders/messages/cancelled", ',
  );
  const line = {
    rule: "event-removed-before-sunset",
    at: "/channels/orders/messages/cancelled",
    reason: "nobody has used it since March",
    until: "2027-06-30",
  };
  const config = { input: "orders.yaml", output: "out", accept: [line] };
  write("shop/lockstep.config.json", JSON.stringify(config));
  expect(await check(...args)).toBe(exitCode.ok);
});
