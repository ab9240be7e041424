// Our extensions of AsyncAPI, as an editor is to complete and check them.
import { nearMissPattern } from "./near-miss.ts";

const words = ["deprecated", "presence-member", "schema"] as const;

type Word = (typeof words)[number];

type Schema = Readonly<Record<string, unknown>>;

const deprecated: Schema = {
  description:
    "Lockstep: it goes away. Generated code says so on both sides; after the sunset, `lockstep check` fails.",
  type: "object",
  properties: {
    since: { description: "The contract's version that deprecated it.", type: "string" },
    sunset: {
      description: "The last day on which it is served, as 2027-06-30.",
      type: "string",
      format: "date",
    },
    use: { description: "Key or name of what replaces it.", type: "string" },
  },
  additionalProperties: false,
};

const annotations: Schema = {
  default: true,
  description: { type: "string" },
  example: true,
  examples: { type: "array" },
  title: { type: "string" },
};

const count: Schema = { type: "integer", minimum: 0 };

const parameterSchema: Schema = {
  description:
    "Lockstep: what a value of the parameter must be. An integer is a number in generated code.",
  type: "object",
  if: { required: ["$ref"] },
  else: {
    required: ["type"],
    properties: { type: { enum: ["string", "integer"] } },
    patternProperties: { "^x-": true },
    if: { properties: { type: { const: "integer" } } },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: {
      properties: {
        ...annotations,
        type: { const: "integer" },
        minimum: { type: "integer" },
        maximum: { type: "integer" },
      },
      patternProperties: { "^x-": true },
      additionalProperties: false,
    },
    else: {
      properties: {
        ...annotations,
        type: { const: "string" },
        enum: { type: "array", items: { type: "string" }, minItems: 1 },
        maxLength: count,
        minLength: count,
        pattern: { description: "It may not look around.", type: "string", format: "regex" },
      },
      patternProperties: { "^x-": true },
      additionalProperties: false,
    },
  },
};

/** `anySchema` is AsyncAPI's. */
const presenceMember: Schema = {
  description:
    "Lockstep: the user_info of a presence channel's members, as JSON Schema. The address begins with presence-.",
  allOf: [{ $ref: "#/definitions/anySchema" }],
};

const schemas: Readonly<Record<Word, Schema>> = {
  deprecated,
  "presence-member": presenceMember,
  schema: parameterSchema,
};

/** AsyncAPI's definitions that take extensions of ours, and which. */
export const extensionPlaces: Readonly<Record<string, readonly Word[]>> = {
  channel: ["deprecated", "presence-member"],
  info: [],
  messageObject: ["deprecated"],
  messageTrait: ["deprecated"],
  operation: [],
  operationTrait: [],
  parameter: ["schema"],
  Reference: ["deprecated"],
  schema: ["deprecated"],
  server: [],
};

/** Takes these extensions, and refuses the others of ours and what is nearly one of them. */
export function extensionSchema(taken: readonly Word[]): Schema {
  const refused = words.filter((word) => !taken.includes(word));
  return {
    properties: Object.fromEntries(taken.map((word) => [`x-${word}`, schemas[word]])),
    patternProperties: Object.fromEntries([
      // what takes none of ours may have others' words
      ...(taken.length > 0 ? words : []).map((word) => [nearMissPattern("x-", word), false]),
      ...refused.map((word) => [`^x-${word}$`, false]),
    ]),
  };
}
