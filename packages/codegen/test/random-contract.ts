// Contracts with names and schemas of every length and form, the same for the same seed.
import fc from "fast-check";

const letters = fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz");

function name(maxLength: number): fc.Arbitrary<string> {
  return fc.array(letters, { minLength: 1, maxLength, size: "max" }).map((list) => list.join(""));
}

const components = Array.from({ length: 20 }, (_, index) => `part${"x".repeat(index * 3)}`);

const { schema } = fc.letrec<{ schema: object }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    fc.constantFrom<object[]>(
      {},
      { type: "string" },
      { type: ["string", "null"], format: "date-time", maxLength: 40 },
      { type: "integer", minimum: 1, maximum: 1e9 },
    ),
    name(70).map((pattern) => ({ type: "string", pattern })),
    name(70).map((value) => ({ const: value })),
    fc.uniqueArray(name(40), { minLength: 1, maxLength: 5 }).map((list) => ({ enum: list })),
    fc
      .uniqueArray(fc.nat(1e6), { minLength: 2, maxLength: 25, size: "max" })
      .map((list) => ({ enum: list })),
    fc.constantFrom(...components).map((key) => ({ $ref: `#/components/schemas/${key}` })),
    tie("schema").map((items) => ({ type: "array", items, uniqueItems: true })),
    tie("schema").map((rest) => ({ type: "object", additionalProperties: rest })),
    fc.tuple(name(90), tie("schema"), fc.boolean()).map(([key, field, isOpen]) => ({
      type: "object",
      properties: { [key]: field },
      additionalProperties: isOpen ? { type: "string" } : false,
    })),
    fc.array(tie("schema"), { minLength: 1, maxLength: 3 }).map((list) => ({ anyOf: list })),
    fc
      .tuple(tie("schema"), tie("schema"))
      .map((items) => ({ type: "array", items, minItems: 2, additionalItems: false })),
  ),
}));

const payload = fc
  .dictionary(name(95), schema, { maxKeys: 8, size: "max" })
  .map((properties) => ({ type: "object", properties }));

const message = fc
  .tuple(fc.array(name(12), { maxLength: 40, size: "max" }), fc.oneof(payload, schema))
  .map(([words, body]) => ({ summary: `${words.join(" ")}.`, payload: body }));

const channel = fc.tuple(
  fc.constantFrom("", "private-", "presence-"),
  name(20),
  fc.dictionary(name(70), message, { minKeys: 1, maxKeys: 4, size: "max" }),
  fc.uniqueArray(name(20), { maxLength: 6 }),
);

/** A document, as JSON. */
export const randomContract: fc.Arbitrary<string> = fc
  .dictionary(name(50), channel, { minKeys: 4, maxKeys: 8, size: "max" })
  .map((channels) =>
    JSON.stringify({
      asyncapi: "3.0.0",
      info: { title: "Random", version: "1.0.0" },
      channels: Object.fromEntries(Object.entries(channels).map(writeChannel)),
      components: {
        schemas: Object.fromEntries(
          components.map((key) => [key, { type: "object", properties: { z: { type: "string" } } }]),
        ),
      },
    }),
  );

type ChannelValue = typeof channel extends fc.Arbitrary<infer Value> ? Value : never;

function writeChannel(
  [key, [prefix, parameter, messages, values]]: [string, ChannelValue],
  index: number,
): [string, object] {
  const named = Object.entries(messages).map(([id, value]) => [id, { name: `m-${id}`, ...value }]);
  return [
    key,
    {
      address: `${prefix}c${index}-{${parameter}}`,
      parameters: { [parameter]: values.length > 0 ? { enum: values } : {} },
      messages: Object.fromEntries(named),
      ...(prefix === "presence-" && { "x-presence-member": { type: "object" } }),
    },
  ];
}
