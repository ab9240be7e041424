import { describe, expect, it } from "vitest";
import { head, modelFindings, modelOf } from "../contract-text.test.helper.ts";
import type { MessageModel } from "./contract-model.ts";

async function messageOf(message: string, components = "{}"): Promise<MessageModel | undefined> {
  const text = `${head}channels: { room: { address: a, messages: { m:\n ${message} } } }\ncomponents: ${components}\n`;
  return (await modelOf(text)).channels[0]?.messages[0];
}

describe("a message", () => {
  it("is named by its key unless it says otherwise", async () => {
    expect((await messageOf("{ payload: true }"))?.name).toBe("m");
    expect((await messageOf("{ payload: true, name: n }"))?.name).toBe("n");
  });

  it("keeps its identity behind references", async () => {
    const message = await messageOf(
      "{ $ref: '#/components/messages/a' }",
      "{ messages: { a: { $ref: '#/components/messages/b' }, b: { payload: true } } }",
    );
    expect(message).toMatchObject({ key: "m", id: "contract.yaml#/components/messages/b" });
  });

  it.each([
    { title: "true", payload: "true", want: true },
    {
      title: "AsyncAPI's own format",
      payload:
        "{ schemaFormat: 'application/vnd.aai.asyncapi+yaml;version=3.0.0', schema: { type: string } }",
      want: { type: "string" },
    },
    {
      title: "draft-07 by name",
      payload:
        "{ schemaFormat: 'application/schema+json; version=draft-07', schema: { type: string } }",
      want: { type: "string" },
    },
  ])("takes a payload in $title", async ({ payload, want }) => {
    expect((await messageOf(`{ payload: ${payload} }`))?.payload.schema).toEqual(want);
  });

  // cause: what such a schema refers to is not read, so the message was left out without a word
  it("refuses the form of AsyncAPI 2 for another language, and points JSON Schema to its place", async () => {
    const withFormat = (format: string): string =>
      `${head}channels: { room: { address: a, messages: { m: { payload: { $ref: 'https://x.invalid/a' },\n schemaFormat: ${format} } } } }\n`;
    expect(await modelFindings(withFormat("application/vnd.apache.avro;version=1.9.0"))).toEqual([
      'contract.yaml:4:16 error schema-format-unsupported "application/vnd.apache.avro;version=1.9.0": schemas of Avro cannot be read; write JSON Schema draft-07, "application/schema+json;version=draft-07"',
    ]);
    const text = withFormat("application/schema+json;version=draft-07");
    expect(await modelFindings(text.replace("{ $ref: 'https://x.invalid/a' }", "true"))).toEqual([
      'contract.yaml:4:16 warning schema-format-misplaced "schemaFormat": AsyncAPI 3 has it beside the schema; write "payload: { schemaFormat: …, schema: … }"',
    ]);
  });

  it("lists only examples that have a payload", async () => {
    const message = await messageOf(
      "{ payload: true, examples: [{ headers: {} }, { payload: null }] }",
    );
    expect(message?.examples.map(({ payload, origin }) => [payload, origin.pointer])).toEqual([
      [null, "/channels/room/messages/m/examples/1/payload"],
    ]);
  });

  it.each([
    {
      title: "no payload",
      message: "{ name: n }",
      want: 'contract.yaml:3:45 error payload-missing message "m": has no payload; describe it, if only as "payload: { type: object }"',
    },
    {
      title: "a payload in another format",
      message: "{ payload: { schemaFormat: application/vnd.apache.avro, schema: {} } }",
      want: 'contract.yaml:4:29 error schema-format-unsupported "application/vnd.apache.avro": schemas of Avro cannot be read; write JSON Schema draft-07, "application/schema+json;version=draft-07"',
    },
  ])("is refused with $title", async ({ message, want }) => {
    const text = `${head}channels: { room: { address: a, messages: { m:\n ${message} } } }\n`;
    expect(await modelFindings(text)).toEqual([want]);
  });
});

describe("traits of a message", () => {
  const traits = `{ messageTraits: {
    one: { name: one, summary: first, description: first, examples: [{ payload: 1 }], deprecated: true },
    two: { summary: second, x-deprecated: { since: 1.0.0 } } } }`;
  const refs =
    "traits: [{ $ref: '#/components/messageTraits/one' }, { $ref: '#/components/messageTraits/two' }]";

  it("add what the message does not say, the later before the earlier", async () => {
    expect(await messageOf(`{ payload: true, ${refs} }`, traits)).toMatchObject({
      name: "one",
      description: "second\n\nfirst",
      deprecated: { since: "1.0.0" },
      examples: [{ payload: 1 }],
    });
  });

  it("change nothing that the message says, and null takes their words away", async () => {
    const message = await messageOf(
      `{ payload: true, name: own, description: null, examples: [], ${refs} }`,
      traits,
    );
    expect(message).toMatchObject({ name: "own", description: "second", examples: [] });
  });
});
