import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { head, loadText, modelFindings, modelOf } from "../contract-text.test.helper.ts";
import { buildModel } from "./build-model.ts";

const files = {
  "root.yaml": `${head}channels:
  b: { $ref: 'rooms.yaml#/channels/b' }
  a: { address: a }
`,
  "rooms.yaml": `channels:
  b:
    address: presence-{slug}
    title: Rooms
    description: Who is where.
    parameters: { slug: { description: ' A slug. ', x-schema: { $ref: '#/slug' } } }
    x-presence-member: { $ref: '#/member' }
    messages:
      moved: { name: has-moved, payload: { $ref: '#/member' }, examples: [{ payload: { z: 1, a: 2 } }] }
slug: { type: string, pattern: '^[a-z]+$' }
member: { type: object, properties: { friend: { $ref: '#/member' }, id: { type: integer } } }
`,
};

describe("a model", () => {
  it("holds what the files say, by key, with the place of each part", async () => {
    const model = await modelOf(files);
    expect(model).toMatchObject({ title: "Test", version: "1.0.0", file: "root.yaml" });
    expect(model.files).toEqual(["rooms.yaml", "root.yaml"]);
    const [a, b] = model.channels;
    expect(a).toEqual({
      key: "a",
      address: "a",
      kind: "public",
      parameters: [],
      messages: [],
      origin: { file: "root.yaml", pointer: "/channels/a", line: 5, column: 3 },
    });
    const member = "rooms.yaml#/member";
    const payload = "/channels/b/messages/moved/payload";
    expect(b).toEqual({
      key: "b",
      address: "presence-{slug}",
      kind: "presence",
      description: "Rooms\n\nWho is where.",
      words: { description: "Who is where.", title: "Rooms" },
      parameters: [
        {
          name: "slug",
          description: "A slug.",
          constraint: { type: "string", pattern: "^[a-z]+$" },
          origin: {
            file: "rooms.yaml",
            pointer: "/channels/b/parameters/slug",
            line: 6,
            column: 19,
          },
        },
      ],
      member: {
        id: "rooms.yaml#/channels/b/x-presence-member",
        schema: { $ref: member },
        origin: {
          file: "rooms.yaml",
          pointer: "/channels/b/x-presence-member",
          line: 7,
          column: 5,
        },
      },
      messages: [
        {
          id: "rooms.yaml#/channels/b/messages/moved",
          key: "moved",
          name: "has-moved",
          payload: {
            id: `rooms.yaml#${payload}`,
            schema: { $ref: member },
            origin: { file: "rooms.yaml", pointer: payload, line: 9, column: 33 },
          },
          examples: [
            {
              payload: { a: 2, z: 1 },
              origin: {
                file: "rooms.yaml",
                pointer: "/channels/b/messages/moved/examples/0/payload",
                line: 9,
                column: 77,
              },
            },
          ],
          origin: { file: "rooms.yaml", pointer: "/channels/b/messages/moved", line: 9, column: 7 },
        },
      ],
      origin: { file: "rooms.yaml", pointer: "/channels/b", line: 2, column: 3 },
    });
    expect([...model.schemas]).toEqual([
      [
        member,
        {
          id: member,
          schema: {
            properties: { friend: { $ref: member }, id: { type: "integer" } },
            type: "object",
          },
          origin: { file: "rooms.yaml", pointer: "/member", line: 11, column: 1 },
        },
      ],
    ]);
    const [origin] = [...model.schemas.values()].map((schema) => schema.origin);
    expect(origin && model.locate(origin, "/properties/id")).toEqual({
      file: "rooms.yaml",
      pointer: "/member/properties/id",
      line: 11,
      column: 69,
    });
  });

  it("is frozen through and through", async () => {
    const model = await modelOf(files);
    const [, b] = model.channels;
    for (const part of [model, model.channels, b?.messages[0]?.examples[0]?.payload]) {
      expect(Object.isFrozen(part)).toBe(true);
    }
    for (const schema of model.schemas.values()) expect(Object.isFrozen(schema.schema)).toBe(true);
  });

  it("is the same, byte for byte, whatever the order of the keys", async () => {
    const document = {
      asyncapi: "3.0.0",
      info: { title: "Test", version: "1.0.0" },
      channels: {
        orders: {
          address: "orders-{b}-{a}",
          parameters: {
            b: { enum: ["x", "y"] },
            a: { "x-schema": { type: "integer", minimum: 1 } },
          },
          messages: {
            placed: { payload: { $ref: "#/components/schemas/order" }, summary: "s", name: "n" },
            cancelled: { payload: { required: ["b", "a"], type: "object" } },
          },
        },
        other: { address: "other", "x-deprecated": { use: "orders", since: "1.0.0" } },
      },
      components: {
        schemas: {
          order: { type: "object", properties: { 2: {}, b: { enum: [{ d: 1, c: 2 }] }, a: true } },
        },
      },
    };
    const bytesOf = async (value: unknown): Promise<string> =>
      JSON.stringify(withoutPlaces(await modelOf({ "a.json": JSON.stringify(value) })));
    const want = await bytesOf(document);
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat()), async (numbers) => {
        expect(await bytesOf(shuffleKeys(document, numbers))).toBe(want);
      }),
      { numRuns: 50 },
    );
  });
});

describe("versions", () => {
  it.each(["2.0.0", "2.6.0", "3.0.0", "3.1.0"])("%s is read", async (version) => {
    const document = await loadText(`asyncapi: ${version}\ninfo: {}\n`);
    expect(buildModel(document).model).toBeDefined();
  });

  it.each([
    {
      text: "asyncapi: 2.7.0",
      want: 'contract.yaml:1:11 error version-unsupported "2.7.0": this version of AsyncAPI cannot be read; write the document in AsyncAPI 2.0.0 to 2.6.0, 3.0.0 or 3.1.0',
    },
    {
      text: "asyncapi: 3",
      want: 'contract.yaml:1:11 error version-unsupported "3": this version of AsyncAPI cannot be read; write the document in AsyncAPI 2.0.0 to 2.6.0, 3.0.0 or 3.1.0',
    },
    {
      text: "openapi: 3.1.0",
      want: 'contract.yaml:1:1 error not-asyncapi document: "asyncapi" does not say which version it is written in; write the document in AsyncAPI 2.0.0 to 2.6.0, 3.0.0 or 3.1.0',
    },
    {
      text: "- a list",
      want: "contract.yaml:1:1 error not-asyncapi document: not an AsyncAPI document; write the document in AsyncAPI 2.0.0 to 2.6.0, 3.0.0 or 3.1.0",
    },
  ])("$text is refused", async ({ text, want }) => {
    expect(await modelFindings(text)).toEqual([want]);
  });
});

it("judges component schemas that no channel reaches, and keeps them out of the model", async () => {
  const text = `${head}channels: {}
components:
  schemas:
    avro: { schemaFormat: application/vnd.apache.avro;version=1.9.0, schema: {} }
    wrong: { type: strin }
`;
  expect(await modelFindings(text)).toEqual([
    'contract.yaml:7:20 error schema-invalid "type": "strin" is no type of JSON Schema; did you mean "string"?',
  ]);
  const model = await modelOf(`${head}components: { schemas: { right: { type: string } } }\n`);
  expect(model.schemas.size).toBe(0);
});

function withoutPlaces(value: unknown): unknown {
  if (value instanceof Map) return [...value].map(withoutPlaces);
  if (Array.isArray(value)) return value.map(withoutPlaces);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => key !== "line" && key !== "column");
  return Object.fromEntries(entries.map(([key, child]) => [key, withoutPlaces(child)]));
}

function shuffleKeys(value: unknown, numbers: Iterator<number>): unknown {
  if (Array.isArray(value)) return value.map((item) => shuffleKeys(item, numbers));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value)
    .map(([key, child]) => ({ key, child, rank: Number(numbers.next().value) }))
    .sort((a, b) => a.rank - b.rank);
  return Object.fromEntries(entries.map(({ key, child }) => [key, shuffleKeys(child, numbers)]));
}
