import { rmSync, symlinkSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import { exitCode } from "./index.ts";
import { useProject } from "./project.test.helper.ts";

const project = useProject();
const { lockstep, write } = project;

beforeEach(() => {
  write(
    "orders.yaml",
    `asyncapi: 3.0.0
info: { title: Orders, version: 1.0.0 }
channels: { orders: { address: orders, messages: { placed: { payload: { $ref: 'order.yaml#/id' } } } } }
`,
  );
  write("order.yaml", "id: { type: integer }\n");
});

const read = (path: string): unknown => JSON.parse(project.read(path));

describe("lockstep bundle", () => {
  test("puts the contract beside the package.json of the events, again and again", async () => {
    write("packages/events/package.json", '{ "name": "@acme/events" }');
    write("lockstep.config.json", '{ "input": "orders.yaml" }');
    for (const type of ["integer", "string"]) {
      write("order.yaml", `id: { type: ${type} }\n`);
      expect(await lockstep("bundle")).toBe(exitCode.ok);
      expect(project.out).toBe("orders.yaml: bundled in packages/events/contract.json\n");
      expect(read("packages/events/contract.json")).toMatchObject({
        asyncapi: "3.0.0",
        channels: {
          orders: { messages: { placed: { payload: { $ref: "#/x-bundled/order.yaml/id" } } } },
        },
        "x-bundled": { "order.yaml": { id: { type } } },
      });
    }
  });

  // cause: a link with no file behind it was taken for a free place, and the bundle made the file it leads to
  test("follows no link", async () => {
    symlinkSync(project.at("elsewhere.json"), project.at("contract.json"));
    const args = ["bundle", "--input", "orders.yaml", "--to", "contract.json"];
    expect(await lockstep(...args)).toBe(exitCode.usage);
    expect(project.err).toMatch(/^contract\.json: it is there, and is no bundle; /);
    expect(project.exists("elsewhere.json")).toBe(false);
  });

  test("leaves alone what it did not write", async () => {
    write("contract.json", '{ "asyncapi": "3.0.0" }');
    expect(await lockstep("bundle", "--input", "orders.yaml", "--to", "contract.json")).toBe(
      exitCode.usage,
    );
    expect(project.err).toBe(
      "contract.json: it is there, and is no bundle; name another file by --to, or remove it\n",
    );
    expect(read("contract.json")).toEqual({ asyncapi: "3.0.0" });
  });

  test("asks for a place where there is no package", async () => {
    expect(await lockstep("bundle", "--input", "orders.yaml", "--output", "out")).toBe(
      exitCode.usage,
    );
    expect(project.err).toBe(
      "--to: no package.json with a name is above the generated code; name a file\n",
    );
    const args = ["--input", "orders.yaml", "--to", "dist/contract.json"];
    expect(await lockstep("bundle", ...args)).toBe(exitCode.ok);
    expect(read("dist/contract.json")).toHaveProperty("x-bundled");
  });

  // cause: the place was looked for first, so that a folder without a contract was told of --to
  test("says first that there is no contract in the folder", async () => {
    rmSync(project.at("orders.yaml"));
    expect(await lockstep("bundle")).toBe(exitCode.invalidDocument);
    expect(project.err).toContain("no contract in this folder");
    expect(project.err).not.toContain("--to");
  });

  test("writes no contract that is invalid, nor several into one file", async () => {
    write("order.yaml", "id: { type: intger }\n");
    const args = ["--input", "orders.yaml", "--to", "contract.json"];
    expect(await lockstep("bundle", ...args)).toBe(exitCode.invalidDocument);
    expect(() => read("contract.json")).toThrow("ENOENT");
    const contracts = ["a", "b"].map((output) => ({ input: "orders.yaml", output }));
    write("lockstep.config.json", JSON.stringify({ contracts }));
    expect(await lockstep("bundle", "--to", "contract.json")).toBe(exitCode.usage);
    expect(project.err).toBe(
      "--to contract.json: one file, and the config holds 2 contracts; leave it out\n",
    );
  });
});
