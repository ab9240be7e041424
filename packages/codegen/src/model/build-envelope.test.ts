import { describe, expect, it } from "vitest";
import { head, modelFindings, modelOf } from "../contract-text.test.helper.ts";
import type { EnvelopeModel } from "./contract-model.ts";

const withHeaders = (headers: string, more = ""): string =>
  `${head}channels: { room: { address: a, messages: { m: { payload: true, name: made, headers:\n ${headers} ${more} } } } }\n`;

async function envelopeOf(text: string): Promise<EnvelopeModel | undefined> {
  return (await modelOf(text)).channels[0]?.messages[0]?.envelope;
}

const own = "specversion: {}, id: {}, source: {}";

describe("headers that declare CloudEvents", () => {
  it.each([
    { title: "a const", given: `{ properties: { ${own}, type: { const: t } } }`, want: "t" },
    {
      title: "an enum of one",
      given: `{ properties: { ${own}, type: { enum: [t] } } }`,
      want: "t",
    },
    {
      title: "the wire name",
      given: `{ properties: { ${own}, type: { type: string } } }`,
      want: "made",
    },
  ])("take their type from $title", async ({ given, want }) => {
    expect(await envelopeOf(withHeaders(given))).toEqual({ type: want });
  });

  it("leave what the publisher does not fill to the caller", async () => {
    const text = `${withHeaders(
      `{ required: [id, tenant], properties: { ${own}, type: {}, time: {}, sequence: {}, tenant: { $ref: '#/components/schemas/tenant' } } }`,
    )}components: { schemas: { tenant: { type: string } } }\n`;
    const model = await modelOf(text);
    const tenant = "contract.yaml#/components/schemas/tenant";
    expect(model.channels[0]?.messages[0]?.envelope?.extensions).toMatchObject({
      id: "contract.yaml#/channels/room/messages/m/headers",
      schema: { type: "object", properties: { tenant: { $ref: tenant } }, required: ["tenant"] },
    });
    expect([...model.schemas.keys()]).toEqual([tenant]);
  });

  it("are merged from traits, the message's own before theirs", async () => {
    const traits = `, traits: [{ headers: { properties: { ${own}, type: { const: a }, region: { type: string } } } }]`;
    expect(
      await envelopeOf(withHeaders("{ properties: { type: { const: b } } }", traits)),
    ).toMatchObject({
      type: "b",
      extensions: { schema: { properties: { region: { type: "string" } } } },
    });
  });
});

describe("headers that cannot travel", () => {
  it.each([
    {
      given: "{ properties: { id: {}, tenant: {} } }",
      want: 'headers-unsupported message "m": its headers cannot travel over Pusher; declare "specversion", "source", "type" of CloudEvents too, or move them into the payload',
    },
    {
      given: `{ properties: { specversion: { const: '0.3' }, id: {}, source: {}, type: {} } }`,
      want: 'envelope-specversion-unsupported message "m": its "specversion" is not "1.0"; write "const: \'1.0\'"',
    },
    {
      given: `{ properties: { ${own}, type: { enum: [a, b] } } }`,
      want: 'envelope-type-ambiguous message "m": its "type" leaves open which; write one text as "const"',
    },
    {
      given: `{ properties: { ${own}, type: {}, tenantId: {} } }`,
      want: 'envelope-attribute-invalid message "m": "tenantId" is not a name of a CloudEvents attribute; use lower-case letters and digits, and not "data"',
    },
  ])("$given", async ({ given, want }) => {
    expect(await modelFindings(withHeaders(given))).toEqual([`contract.yaml:3:77 error ${want}`]);
  });
});
