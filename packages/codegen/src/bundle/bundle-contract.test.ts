import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { bundleContract, generate, loadContract } from "../index.ts";

const demo = fileURLToPath(new URL("../../../..", import.meta.url));

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lockstep-bundle-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Generated text without its comments, which name the places that it is generated from. */
async function generatedFrom(input: string, cwd: string): Promise<readonly unknown[]> {
  const { files, diagnostics } = await generate({ input, cwd, output: "out" });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return files.map(({ path, text }) => [
    path,
    text.replaceAll(/\/\*\*[\s\S]*?\*\/\s*|^\/\/.*/gm, ""),
  ]);
}

describe("a bundled contract", () => {
  it("stands alone, and gives the code of its files", async () => {
    const { text = "" } = await bundleContract("asyncapi/asyncapi.yaml", { cwd: demo });
    writeFileSync(join(folder, "contract.json"), text);
    const { files } = await loadContract("contract.json", { cwd: folder });
    expect(files).toEqual(["contract.json"]);
    expect(await generatedFrom("contract.json", folder)).toEqual(
      await generatedFrom("asyncapi/asyncapi.yaml", demo),
    );
  });

  it("leads every reference to its file: recursive, remote, back to the root, in names that need escapes", async () => {
    const write = (file: string, text: string): void => writeFileSync(join(folder, file), text);
    write(
      "root.yaml",
      `asyncapi: 3.0.0
info: { title: A, version: 1.0.0 }
channels:
  a:
    address: a
    messages:
      m: { payload: { $ref: 'a%20b%23c.yaml#/tree' }, examples: [{ payload: { $ref: data } }] }
      n: { payload: { $ref: 'https://example.com/n.yaml' } }
components: { schemas: { id: { type: integer } } }
`,
    );
    write(
      "a b#c.yaml",
      `tree:
  type: object
  properties: { id: { $ref: 'root.yaml#/components/schemas/id' }, next: { $ref: '#/tree' }, $ref: { type: string } }
`,
    );
    write("n.yaml", "{ type: string }");
    const remote = { "https://example.com/n.yaml": "n.yaml" };
    const { text = "", diagnostics } = await bundleContract("root.yaml", { cwd: folder, remote });
    expect(diagnostics).toEqual([]);
    expect(JSON.parse(text)).toMatchObject({
      channels: {
        a: {
          messages: {
            m: {
              payload: { $ref: "#/x-bundled/a%20b%23c.yaml/tree" },
              examples: [{ payload: { $ref: "data" } }],
            },
            n: { payload: { $ref: "#/x-bundled/n.yaml" } },
          },
        },
      },
      "x-bundled": {
        "a b#c.yaml": {
          tree: {
            properties: {
              id: { $ref: "#/components/schemas/id" },
              next: { $ref: "#/x-bundled/a%20b%23c.yaml/tree" },
              $ref: { type: "string" },
            },
          },
        },
        "n.yaml": { type: "string" },
      },
    });
    write("contract.json", text);
    const again = await loadContract("contract.json", { cwd: folder });
    expect(again.diagnostics).toEqual([]);
  });

  it("is not made of a document that is invalid", async () => {
    writeFileSync(join(folder, "a.yaml"), "asyncapi: 3.0.0\n");
    const { text, diagnostics } = await bundleContract("a.yaml", { cwd: folder });
    expect(text).toBeUndefined();
    expect(diagnostics[0]?.severity).toBe("error");
  });
});
