import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { judgeValues } from "../judge-values.ts";
import { loadContract } from "../load-contract.ts";
import type { ContractModel } from "../model/contract-model.ts";
import { type ExportFormat, emitJsonSchemas } from "./emit-json-schemas.ts";
import { exportContract } from "./export-contract.ts";

const repository = fileURLToPath(new URL("../../../..", import.meta.url));
const demo = { input: "asyncapi/asyncapi.yaml", cwd: repository };
const command = "npx lockstep export";

/** What somebody else's validator is set up like: strict, with one word of ours made known. */
function createPlainAjv(): Ajv {
  const ajv = new Ajv({ strict: true, allowUnionTypes: true, strictTypes: false });
  addFormats.default(ajv);
  return ajv.addKeyword("x-lockstep");
}

interface Exported {
  readonly $id: string;
  readonly "x-lockstep": {
    readonly name: string;
    readonly channels: readonly { readonly key: string }[];
  };
  readonly definitions?: Readonly<Record<string, Exported>>;
}

let model: ContractModel;

beforeAll(async () => {
  const loaded = await loadContract(demo.input, demo);
  if (loaded.model === undefined) throw new Error("the demo's contract is invalid");
  model = loaded.model;
});

function exportDemo(format: ExportFormat): ReadonlyMap<string, Exported> {
  const { files } = emitJsonSchemas(model, { folder: "out", format, command });
  return new Map(files.map(({ path, text }) => [path, JSON.parse(text)]));
}

/** The value itself, and values that differ from it in one place. */
function* mutations(value: unknown): Generator<unknown> {
  yield value;
  const others = [null, 0, -1, 1.5, "", "x".repeat(5000), "2026-13-45T00:00:00Z", true, [], {}];
  for (const other of others) yield other;
  if (Array.isArray(value)) {
    yield [...value, null];
    for (const [index, child] of value.entries()) {
      for (const changed of mutations(child)) yield value.with(index, changed);
    }
  } else if (typeof value === "object" && value !== null) {
    yield { ...value, unknown_field: 1 };
    for (const [key, child] of Object.entries(value)) {
      const { [key as keyof typeof value]: _, ...rest } = value;
      yield rest;
      for (const changed of mutations(child)) yield { ...value, [key]: changed };
    }
  }
}

describe("an export", () => {
  it.each(["bundle", "files"] as const)(
    "as %s gives the verdicts of the contract's own judge",
    (format) => {
      const exported = exportDemo(format);
      const judgeOf = judgeValues(model);
      const verdicts = { valid: 0, invalid: 0 };
      const disagreed: unknown[] = [];
      for (const channel of model.channels) {
        for (const message of channel.messages) {
          const judge = judgeOf(message.payload);
          const validate = compile(exported, { channel: channel.key, name: message.name });
          const examples = message.examples.map(({ payload }) => payload);
          for (const value of examples.flatMap((example) => [...mutations(example)])) {
            const isValid = judge(value).length === 0;
            verdicts[isValid ? "valid" : "invalid"] += 1;
            if (validate(value) !== isValid) disagreed.push([message.key, value, isValid]);
          }
        }
      }
      expect(disagreed).toEqual([]);
      expect(verdicts.valid).toBeGreaterThan(100);
      expect(verdicts.invalid).toBeGreaterThan(1000);
    },
  );

  it("tells every channel, the wire name and the envelope", () => {
    const exported = exportDemo("files");
    expect(exported.get("message-created.schema.json")?.["x-lockstep"]).toMatchObject({
      name: "message_created",
      channels: [
        {
          key: "staffChatConversation",
          address: "private-hotel-{hotelSlug}.staff-chat.{conversationId}",
          kind: "private",
          parameters: { conversationId: { type: "integer", minimum: 1 } },
        },
        { key: "staffChatConversationPublic", deprecated: { sunset: "2027-06-30" } },
      ],
      envelope: { format: "cloudevents-1.0-structured", wire: "#/definitions/wire" },
    });
    expect(exported.get("offer-deleted.schema.json")?.["x-lockstep"]).not.toHaveProperty(
      "envelope",
    );
  });

  it.each([
    ["bundle", "contract.schema.json", "#/definitions/MessageCreated.wire"],
    ["files", "message-created.schema.json", "#/definitions/wire"],
  ] as const)("as %s judges the whole wire object of an envelope", (format, path, wire) => {
    const exported = exportDemo(format);
    const schema = exported.get(path);
    const ajv = createPlainAjv().addSchema(schema ?? {});
    const validate = ajv.getSchema(`${schema?.$id}${wire}`);
    const data = {
      message_id: 1,
      conversation_id: 1,
      sender_id: 4,
      sender_name: "Aoife",
      text: "Hello",
      created_at: "2026-11-21T09:31:07Z",
    };
    const event = { specversion: "1.0", id: "a", source: "/api", type: "message_created", data };
    expect(validate?.(event)).toBe(true);
    expect(validate?.({ ...event, type: "message-created" })).toBe(false);
    expect(validate?.({ ...event, data: { ...data, text: "" } })).toBe(false);
    expect(validate?.(data)).toBe(false);
  });

  it("has ids that follow from the title, or from the base that is given", async () => {
    const ids = [...exportDemo("files").values()].map(({ $id }) => $id);
    expect(ids).toContain("https://lockstep.invalid/hotel-realtime/offer-created.schema.json");
    expect(new Set(ids).size).toBe(ids.length);
    const baseUri = "https://schemas.example.com/hotel";
    const { files } = await exportContract({ ...demo, output: "out", baseUri, command });
    expect(JSON.parse(files[0]?.text ?? "").$id).toBe(`${baseUri}/contract.schema.json`);
  });

  it("is the same text each time", async () => {
    const options = { ...demo, output: "out", format: "files", command } as const;
    expect((await exportContract(options)).files).toEqual((await exportContract(options)).files);
  });
});

describe("an export of schemas that refer to each other", () => {
  let cwd: string;
  beforeEach(() => {
    cwd = mkdtempSync(join(tmpdir(), "lockstep-export-"));
  });
  afterEach(() => rmSync(cwd, { recursive: true, force: true }));

  it("keeps recursion, equal names of two files, and no word that is ours alone", async () => {
    write(
      "a.yaml",
      "tree: { type: object, properties: { left: { $ref: '#/tree' }, id: { $ref: 'b.yaml#/tree' } } }",
    );
    write("b.yaml", "tree: { type: integer, x-deprecated: { since: 1.0.0 }, minimum: 3 }");
    write(
      "asyncapi.yaml",
      `asyncapi: 3.0.0
info: { title: 'A "quoted" title', version: 1.0.0 }
channels:
  trees: { address: trees, messages: { grown: { payload: { $ref: 'a.yaml#/tree' } }, felled: { payload: { type: boolean } } } }
`,
    );
    const { files, diagnostics } = await exportContract({
      input: "asyncapi.yaml",
      cwd,
      output: "o",
      command,
    });
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    const [bundle] = files;
    expect(bundle?.text).not.toContain("x-deprecated");
    expect(bundle?.text).not.toContain("yaml#/tree");
    const schema = JSON.parse(bundle?.text ?? "");
    expect(Object.keys(schema.definitions)).toEqual(["Felled", "Grown", "Tree", "Tree2"]);
    const validate = createPlainAjv()
      .addSchema(schema)
      .getSchema(`${schema.$id}#/definitions/Grown`);
    expect(validate?.({ left: { left: { id: 3 } } })).toBe(true);
    expect(validate?.({ left: { left: { id: 2 } } })).toBe(false);
  });

  function write(path: string, text: string): void {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), text);
  }
});

function compile(
  exported: ReadonlyMap<string, Exported>,
  { channel, name }: { readonly channel: string; readonly name: string },
): (value: unknown) => unknown {
  const ajv = createPlainAjv();
  const isMeant = (schema: Exported): boolean =>
    schema["x-lockstep"]?.name === name &&
    schema["x-lockstep"].channels.some(({ key }) => key === channel);
  for (const schema of exported.values()) {
    if (isMeant(schema)) return ajv.compile(schema);
    const inner = Object.entries(schema.definitions ?? {}).find(([, one]) => isMeant(one));
    if (inner === undefined) continue;
    const validate = ajv.addSchema(schema).getSchema(`${schema.$id}#/definitions/${inner[0]}`);
    if (validate) return validate;
  }
  throw new Error(`"${name}" of ${channel} was not exported`);
}
