import { describe, expect, test } from "vitest";
import { exitCode } from "./index.ts";
import { useProject } from "./project.test.helper.ts";

const contractOf = (channel: string): string => `asyncapi: 3.0.0
info: { title: Shop, version: 1.0.0 }
channels:
  ${channel}: { address: ${channel}, messages: { ${channel}Changed: { payload: { type: string } } } }
`;

const project = useProject();
const { lockstep, write } = project;

const orders = { input: "orders.yaml", output: "out" };

describe("a config", () => {
  test.each([
    [
      "lockstep.config.ts",
      `const config: { input: string; output: string } = ${JSON.stringify(orders)};\nexport default config;\n`,
    ],
    ["lockstep.config.mjs", `export default ${JSON.stringify(orders)};\n`],
    ["lockstep.config.json", JSON.stringify(orders)],
  ])("may be %s", async (file, text) => {
    write("orders.yaml", contractOf("orders"));
    write(file, text);
    expect(await lockstep("generate")).toBe(exitCode.ok);
    expect(project.exists("out/subscribers/orders.ts")).toBe(true);
    expect(await lockstep("check")).toBe(exitCode.ok);
  });

  test("may hold several contracts, and stand in a folder of its own", async () => {
    write("shop/orders.yaml", contractOf("orders"));
    write("shop/stock.yaml", contractOf("stock"));
    const contracts = [orders, { input: "stock.yaml", output: "stock", only: "events" }];
    write("shop/own.config.json", JSON.stringify({ contracts }));
    const args = ["--config", "shop/own.config.json"];
    expect(await lockstep("generate", ...args)).toBe(exitCode.ok);
    expect(project.out.match(/^\w+\.yaml/gm)).toEqual(["orders.yaml", "stock.yaml"]);
    write("shop/stock.yaml", contractOf("stocks"));
    write("shop/orders.yaml", contractOf("a/b"));
    expect(await lockstep("check", ...args)).toBe(exitCode.invalidDocument);
    expect(project.err).toContain("shop/orders.yaml:4:");
    expect(project.err).toContain(
      "shop/stock/events/index.ts:1:1 error shop/stock/events/index.ts is not what the contract gives",
    );
    expect(project.err).toMatch(
      /mend it with: npx lockstep generate --config shop\/own.config.json\n$/,
    );
  });

  test("chooses channels", async () => {
    write("orders.yaml", `${contractOf("orders")}  stock: { address: stock }\n`);
    const config = { ...orders, channels: { exclude: ["stock"] } };
    write("lockstep.config.json", JSON.stringify(config));
    expect(await lockstep("generate")).toBe(exitCode.ok);
    expect(project.exists("out/subscribers/orders.ts")).toBe(true);
    expect(project.exists("out/subscribers/stock.ts")).toBe(false);
  });

  test("maps remote references to files", async () => {
    const shared = "https://example.com/shared.yaml";
    write(
      "orders.yaml",
      contractOf("orders").replace("{ type: string }", `{ $ref: '${shared}#/id' }`),
    );
    write("vendor/shared.yaml", "id: { type: integer }\n");
    write(
      "lockstep.config.json",
      JSON.stringify({ ...orders, remote: { [shared]: "vendor/shared.yaml" } }),
    );
    expect(await lockstep("generate")).toBe(exitCode.ok);
    write("vendor/shared.yaml", "id: { type: boolean }\n");
    expect(await lockstep("check")).toBe(exitCode.stale);
  });

  test("is not needed where a document is named", async () => {
    write("lockstep.config.json", "{");
    write("orders.yaml", contractOf("orders"));
    expect(await lockstep("generate", "--input", "orders.yaml", "--output", "out")).toBe(
      exitCode.ok,
    );
  });

  test.each([
    [
      [],
      '{ "inpt": "a" }',
      'lockstep.config.json: inpt: there is no such option; did you mean "input"?\n',
    ],
    [["--config", "none.json"], "{}", "none.json: there is no such config; correct --config\n"],
    [
      ["--config", "lockstep.config.json", "--input", "a"],
      "{}",
      "--config says what --input, --output and --only say; leave out the one or the others\n",
    ],
  ])("is refused in a sentence: %j %s", async (args, text, want) => {
    write("lockstep.config.json", text);
    expect(await lockstep("generate", ...args)).toBe(exitCode.usage);
    expect(project.err).toBe(want);
  });

  test("that is broken is told without a stack", async () => {
    write("lockstep.config.mjs", "export default {");
    expect(await lockstep("generate")).toBe(exitCode.usage);
    expect(project.err).toMatch(/^lockstep\.config\.mjs: cannot be loaded: /);
    expect(project.err).not.toContain("    at ");
  });
});

describe("--format github", () => {
  test("prints what GitHub shows beside the line", async () => {
    write("orders.yaml", contractOf("orders").replace("address: orders", "address: 'a:b'"));
    const args = ["--input", "orders.yaml", "--output", "out", "--format", "github"];
    expect(await lockstep("generate", ...args)).toBe(exitCode.invalidDocument);
    expect(project.out).toBe(
      '::error file=orders.yaml,line=4,col=22,title=address-characters::channel "orders": ":" cannot stand in the channel name "a:b"; use letters, digits and _ - = @ , . ;\n',
    );
    expect(project.err).toBe("");
  });
});
