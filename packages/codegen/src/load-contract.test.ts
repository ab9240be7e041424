import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { type Files, head, lines, readFrom } from "./contract-text.test.helper.ts";
import { type LoadContractResult, loadContract } from "./load-contract.ts";

async function load(given: string | Files, lint?: boolean): Promise<LoadContractResult> {
  const files = typeof given === "string" ? { "contract.yaml": given } : given;
  const [root = ""] = Object.keys(files);
  const readFile = readFrom(files);
  return loadContract(root, { cwd: "/nowhere", readFile, ...(lint !== undefined && { lint }) });
}

describe("the contract of this repository", () => {
  it("is valid, and warns only of old addresses", async () => {
    const cwd = fileURLToPath(new URL("../../..", import.meta.url));
    const { model, diagnostics } = await loadContract("asyncapi/asyncapi.yaml", { cwd });
    expect(model?.channels.map(({ key, kind }) => `${key} ${kind}`)).toEqual([
      "guestConversation private",
      "guestConversationPublic public",
      "guestRoom private",
      "guestRoomPresence presence",
      "guestRoomPublic public",
      "hotelOffers public",
      "privateUser private",
      "staffChatConversation private",
      "staffChatConversationPresence presence",
      "staffChatConversationPublic public",
      "staffChatPresence presence",
    ]);
    expect(diagnostics.map(({ severity, code }) => `${severity} ${code}`)).toEqual([
      "warning address-overlap",
      "warning address-overlap",
    ]);
  });
});

describe("a contract", () => {
  it("is a model although a merge stands behind a key that it has too, which is only warned of", async () => {
    const channel =
      "channels: { a: { address: a, messages: { m: { payload: { type: string, <<: &s { type: string } } } } } }";
    const { model, diagnostics } = await load(`${head}${channel}\n`);
    expect(model?.channels[0]?.messages[0]?.payload).toMatchObject({ schema: { type: "string" } });
    expect(diagnostics.map(({ severity, code }) => `${severity} ${code}`)).toEqual([
      "warning merge-order",
    ]);
  });

  it("is told of broken names although a schema is broken elsewhere, once each", async () => {
    const { model, diagnostics } = await load(`${head}channels:
  a: { address: "a b", messages: { m: { name: "pusher:m", payload: { type: strin } } } }
  b: { address: b, messages: { m: { payload: { type: strin } } } }
  c: { address: "c-{x}", messages: { m: { payload: true } } }
  d: { address: "d-{x}", parameters: { x: { x-schema: 5 } }, messages: { m: { payload: true } } }
`);
    expect(model).toBeUndefined();
    expect(lines(diagnostics).map((line) => line.split(" ").slice(0, 3).join(" "))).toEqual([
      "contract.yaml:4:17 error address-characters",
      "contract.yaml:4:47 error event-name-reserved",
      "contract.yaml:4:76 error schema-invalid",
      "contract.yaml:5:54 error schema-invalid",
      "contract.yaml:6:17 error parameter-undeclared",
      "contract.yaml:7:55 error parameter-schema-invalid",
    ]);
  });

  it("gives no model where anything is an error, and tells all of it in order", async () => {
    const { model, diagnostics } = await load(`${head}channels:
  b: { address: 5, unknown: 1 }
  a: { address: a, messages: { m: { payload: { type: strin } } } }
`);
    expect(model).toBeUndefined();
    expect(lines(diagnostics)).toEqual([
      'contract.yaml:4:17 error address-missing channel "b": has the address "5"; write the name of the channel, such as "private-user-{userId}"',
      'contract.yaml:4:29 error asyncapi-invalid channels.b.unknown: property "unknown" is not expected to be here; see the AsyncAPI specification',
      'contract.yaml:5:54 error schema-invalid "type": "strin" is no type of JSON Schema; did you mean "string"?',
    ]);
  });

  it("tells a parameter that is not declared once, with the way out", async () => {
    const { diagnostics } = await load(`${head}channels: { a: { address: 'a-{p}' } }\n`);
    expect(lines(diagnostics)).toEqual([
      'contract.yaml:3:27 error parameter-undeclared channel "a": "{p}" is no declared parameter; declare it under "parameters"',
    ]);
  });

  it("need not be Pusher's", async () => {
    const text = `${head}channels:
  a: { address: topic/of/kafka, messages: { m: { payload: true, headers: { type: object } } } }
  b: { address: null, messages: { n: { name: x } } }
`;
    expect((await load(text)).model).toBeUndefined();
    const { model, diagnostics } = await load(text, false);
    expect(diagnostics).toEqual([]);
    expect(model?.channels.map(({ address }) => address)).toEqual(["topic/of/kafka", "b"]);
    expect(model?.channels[1]?.messages[0]?.payload.schema).toBe(true);
  });

  it("names its files also where it cannot be read", async () => {
    const { files, diagnostics } = await load({
      "a.yaml": `${head}channels: { a: { $ref: 'b.yaml' } }\n`,
    });
    expect(files).toEqual(["a.yaml", "b.yaml"]);
    expect(diagnostics.map(({ code }) => code)).toEqual(["ref-unresolved"]);
  });

  it.each(["2.0.0", "2.1.0", "2.2.0", "2.3.0", "2.4.0", "2.5.0", "2.6.0"])(
    "is read in AsyncAPI %s, what other transports need passed over",
    async (version) => {
      const text = `asyncapi: ${version}
info: { title: Test, version: 1.0.0 }
servers: { main: { url: 'kafka://x', protocol: kafka, security: [{ user: [] }], bindings: { kafka: 5 } } }
channels:
  'orders/{id}':
    parameters: { id: { schema: { type: string, format: uuid } } }
    bindings: { kafka: { topic: x } }
    publish:
      traits: [{ $ref: '#/components/operationTraits/any' }]
      message:
        name: order placed
        headers: { type: object }
        contentType: application/json
        payload: { $ref: '#/components/schemas/order' }
        bindings: { kafka: { key: { type: string } } }
components:
  securitySchemes: { user: { type: userPassword } }
  operationTraits: { any: { bindings: { kafka: { groupId: { type: string } } } } }
  schemas: { order: { type: object, properties: { next: { $ref: '#/components/schemas/order' } } } }
`;
      const { model, diagnostics } = await load(text, false);
      expect(lines(diagnostics)).toEqual([]);
      expect(model?.channels.map(({ key }) => key)).toEqual(["orders"]);
      expect(model?.channels[0]?.messages.map(({ key }) => key)).toEqual(["order placed"]);
    },
  );

  it("of AsyncAPI 2 is judged by the parser too", async () => {
    const { diagnostics } = await load(`asyncapi: 2.6.0
channels: { a-b: { publish: { message: { payload: true, unknown: 1 } } } }
`);
    expect(lines(diagnostics)).toEqual([
      'contract.yaml:1:1 error asyncapi-invalid document: object must have required property "info"; see the AsyncAPI specification',
      'contract.yaml:2:66 error asyncapi-invalid channels.a-b.publish.message.unknown: property "unknown" is not expected to be here; see the AsyncAPI specification',
    ]);
  });

  it("is not judged by another version's rules", async () => {
    const { diagnostics } = await load("asyncapi: 1.2.0\nchannels: {}\n");
    expect(diagnostics.map(({ code }) => code)).toEqual(["version-unsupported"]);
  });
});
