import { describe, expect, it } from "vitest";
import { type Files, modelFindings, modelOf } from "../../contract-text.test.helper.ts";

const head = "asyncapi: 2.6.0\ninfo: { title: Test, version: 1.0.0 }\n";

/** `channel-key address: key=wire-name …`. */
async function summaryOf(given: string | Files): Promise<string[]> {
  const { channels } = await modelOf(given);
  return channels.map(
    ({ key, address, messages }) =>
      `${key} ${address}: ${messages.map((m) => `${m.key}=${m.name}`).join(" ")}`,
  );
}

describe("the messages of an AsyncAPI 2 channel", () => {
  it("are those of both operations, named by what they carry", async () => {
    const summary = await summaryOf(`${head}channels:
  user-{id}:
    parameters: { id: { schema: { type: integer } } }
    publish: { message: { messageId: byId, name: by-name, payload: true } }
    subscribe:
      message:
        oneOf:
          - { name: by-name, payload: true }
          - $ref: '#/components/messages/fromComponents'
          - { payload: true }
          - { payload: false }
  shop:
    subscribe: { message: { $ref: '#/components/messages/fromComponents' } }
components:
  messages:
    fromComponents: { payload: true }
`);
    expect(summary).toEqual([
      "shop shop: fromComponents=fromComponents",
      "user user-{id}: by-name=by-name byId=by-name fromComponents=fromComponents userSubscribe=userSubscribe userSubscribe2=userSubscribe2",
    ]);
  });

  it("stand once where both operations refer to one, and keep where they are written", async () => {
    const { channels } = await modelOf({
      "root.yaml": `${head}channels: { a: { $ref: 'more.yaml#/channels/a' } }\n`,
      "more.yaml": `channels:
  a:
    publish: { message: { $ref: '#/components/messages/m' } }
    subscribe: { message: { oneOf: [{ $ref: '#/components/messages/m' }] } }
components: { messages: { m: { payload: { type: string } } } }
`,
    });
    expect(channels[0]?.messages.map(({ id, key }) => ({ id, key }))).toEqual([
      { id: "more.yaml#/components/messages/m", key: "m" },
    ]);
    expect(channels[0]?.origin).toEqual({
      file: "more.yaml",
      pointer: "/channels/a",
      line: 2,
      column: 3,
    });
  });

  it("that are called alike give way", async () => {
    const summary = await summaryOf(`${head}channels:
  a:
    publish: { message: { oneOf: [{ $ref: '#/components/messages/One' }, { $ref: '#/components/messages/Two' }, { name: same, payload: true }] } }
components: { messages: { One: { name: same, payload: true }, Two: { name: same, payload: true } } }
`);
    expect(summary).toEqual(["a a: Two=same aPublish=same same=same"]);
  });

  it("are patched by their traits, the last one winning", async () => {
    const { channels } = await modelOf(`${head}channels:
  a:
    publish:
      message:
        name: own
        description: Own.
        payload: true
        traits: [{ name: first }, { name: second }]
`);
    expect(channels[0]?.messages[0]).toMatchObject({ name: "second", description: "Own." });
  });

  it("may contain themselves", async () => {
    const summary = await summaryOf(`${head}channels:
  a: { publish: { message: { $ref: '#/components/messages/loop' } } }
components: { messages: { loop: { oneOf: [{ $ref: '#/components/messages/loop' }, { payload: true }] } } }
`);
    expect(summary).toEqual(["a a: aPublish=aPublish"]);
  });
});

describe("an AsyncAPI 2 document", () => {
  it.each([
    {
      format: "application/vnd.apache.avro;version=1.9.0",
      want: 'contract.yaml:5:41 error schema-format-unsupported "application/vnd.apache.avro;version=1.9.0": schemas of Avro cannot be read; write JSON Schema draft-07, "application/schema+json;version=draft-07"',
    },
    {
      format: "application/raml+yaml;version=1.0",
      want: 'contract.yaml:5:41 error schema-format-unsupported "application/raml+yaml;version=1.0": schemas of RAML cannot be read; write JSON Schema draft-07, "application/schema+json;version=draft-07"',
    },
    {
      format: "text/x-own",
      want: 'contract.yaml:5:41 error schema-format-unsupported "text/x-own": schemas of this format cannot be read; write JSON Schema draft-07, "application/schema+json;version=draft-07"',
    },
    { format: "application/vnd.aai.asyncapi+yaml;version=2.6.0", want: undefined },
    { format: "application/schema+json;version=draft-07", want: undefined },
  ])("is read where its schemas are JSON Schema: $format", async ({ format, want }) => {
    const text = `${head}channels:
  a:
    publish: { message: { schemaFormat: "${format}", payload: {} } }
`;
    const findings = await modelFindings(text);
    expect(findings).toEqual(want === undefined ? [] : [want]);
  });

  it("has parameters whose schema is asked of a piece of a channel name", async () => {
    const { channels } = await modelOf(`${head}channels:
  a-{id}-{slug}:
    parameters:
      id: { $ref: '#/components/parameters/id' }
      slug: { schema: { type: string, pattern: '^[a-z]+$', example: x }, location: $message.payload#/slug }
components: { parameters: { id: { description: Id., schema: { $ref: '#/components/schemas/id' } } }, schemas: { id: { type: integer, minimum: 1 } } }
`);
    expect(channels[0]?.parameters.map(({ name, constraint }) => ({ name, constraint }))).toEqual([
      { name: "id", constraint: { type: "integer", minimum: 1 } },
      { name: "slug", constraint: { type: "string", pattern: "^[a-z]+$" } },
    ]);
    expect(
      await modelFindings(`${head}channels:
  a-{id}:
    parameters: { id: { schema: { type: string, format: uuid } } }
`),
    ).toEqual([
      'contract.yaml:5:57 error parameter-schema-invalid parameter "id": "format" is not known in the "schema" of type string; remove it',
    ]);
  });
});
