import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv, type ValidateFunction } from "ajv";
import addFormats from "ajv-formats";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { createEditorSchema } from "./create-editor-schema.ts";

let validate: ValidateFunction;

beforeAll(() => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  validate = ajv.compile(JSON.parse(createEditorSchema("npx lockstep export --editor")));
});

interface Places {
  readonly channel?: string;
  readonly parameter?: string;
  readonly message?: string;
  readonly payload?: string;
  readonly operation?: string;
}

/** A document with these words at these places. */
function documentWith({ channel, parameter, message, payload, operation }: Places): unknown {
  return parse(
    `asyncapi: 3.0.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders:
    address: presence-orders-{shop}
    ${channel ?? ""}
    parameters:
      shop: { description: a shop, ${parameter ?? ""} }
    messages:
      placed: { name: placed, ${message ?? ""}, payload: { type: object, properties: { id: { type: integer, ${payload ?? ""} } } } }
operations:
  place: { action: send, channel: { $ref: '#/channels/orders' }, ${operation ?? ""} }
`.replaceAll(", ,", ","),
  );
}

const deprecated = "x-deprecated: { since: 1.0.0, sunset: '2027-06-30', use: other }";

describe("the editor's schema", () => {
  const contract = fileURLToPath(new URL("../../../../asyncapi/", import.meta.url));
  it.each(readdirSync(contract).filter((file) => file.endsWith(".yaml")))(
    "takes %s of the demo, a whole document or a part of one",
    (file) => {
      validate(parse(readFileSync(`${contract}${file}`, "utf8")));
      expect(validate.errors).toBeNull();
    },
  );

  it.each([
    { channel: deprecated },
    { channel: "x-presence-member: { type: object, properties: { name: { type: string } } }" },
    { parameter: "x-schema: { type: integer, minimum: 1 }" },
    { parameter: "x-schema: { type: string, pattern: '^[a-z]+$', maxLength: 9 }" },
    { parameter: "x-schema: { $ref: '#/components/schemas/slug' }" },
    { message: deprecated },
    { payload: deprecated },
    { channel: "x-somebody-elses: 1", payload: "x-faker: name" },
    { operation: "x-depreciated: true" },
  ] as Places[])("takes %j", (places) => {
    validate(documentWith(places));
    expect(validate.errors).toBeNull();
  });

  it.each([
    { channel: "x-depricated: {}" },
    { channel: "x-deprecate: {}" },
    { channel: "x-deprecated: { sunst: '2027-06-30' }" },
    { channel: "x-deprecated: { sunset: soon }" },
    { channel: "x-deprecated: true" },
    { channel: "x-presence-members: {}" },
    { channel: "x-presence_member: {}" },
    { channel: "x-presence-member: { type: objekt }" },
    { channel: "x-schema: { type: string }" },
    { parameter: "x-shema: { type: string }" },
    { parameter: "x-schema: { type: strin }" },
    { parameter: "x-schema: { minimum: 1 }" },
    { parameter: "x-schema: { type: integer, pattern: a }" },
    { parameter: "x-schema: { type: string, patern: a }" },
    { parameter: deprecated },
    { message: "x-deprecatde: {}" },
    { message: "x-presence-member: {}" },
    { payload: "x-dprecated: {}" },
    { operation: deprecated },
  ] as Places[])("refuses %j", (places) => {
    expect(validate(documentWith(places))).toBe(false);
  });

  it("still judges what is AsyncAPI's own", () => {
    expect(validate({ asyncapi: "3.0.0" })).toBe(false);
    expect(validate({ asyncapi: "2.6.0", info: { title: "a", version: "1" } })).toBe(false);
    expect(validate(documentWith({ message: "payloud: {}" }))).toBe(false);
  });
});
