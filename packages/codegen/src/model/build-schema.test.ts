import { describe, expect, it } from "vitest";
import { head, modelFindings, modelOf } from "../contract-text.test.helper.ts";

const withPayload = (payload: string, components = "{}"): string =>
  `${head}channels: { room: { address: a, messages: { m: { payload:\n ${payload} } } } }\ncomponents: ${components}\n`;

async function schemaOf(payload: string, components?: string): Promise<unknown> {
  return (await modelOf(withPayload(payload, components))).channels[0]?.messages[0]?.payload.schema;
}

const named = "{ schemas: { s: { type: string } } }";
const id = "contract.yaml#/components/schemas/s";
const ref = "$ref: '#/components/schemas/s'";

describe("a schema", () => {
  it.each([
    {
      title: "keeps every keyword, sorted",
      given: "{ type: object, x-mine: { b: 1, a: 2 }, minProperties: 1 }",
      want: { minProperties: 1, type: "object", "x-mine": { a: 2, b: 1 } },
    },
    {
      title: "loses what says nothing",
      given:
        "{ $id: x, $schema: 'http://json-schema.org/draft-07/schema#', $comment: c, definitions: {}, type: string }",
      want: { type: "string" },
    },
    {
      title: "refers by id in a list",
      given: `{ items: [{ ${ref} }, true] }`,
      want: { items: [{ $ref: id }, true] },
    },
    {
      title: "refers by id in a schema",
      given: `{ not: { ${ref} }, items: { ${ref} } }`,
      want: { items: { $ref: id }, not: { $ref: id } },
    },
    {
      title: "refers by id in a map",
      given: `{ dependencies: { a: { ${ref} }, b: [c] } }`,
      want: { dependencies: { a: { $ref: id }, b: ["c"] } },
    },
    {
      title: "keeps a $ref in data",
      given: `{ const: { ${ref} } }`,
      want: { const: { $ref: "#/components/schemas/s" } },
    },
    {
      title: "keeps a property that is called like a keyword",
      given: `{ properties: { const: { ${ref} }, $ref: { type: string } } }`,
      want: { properties: { $ref: { type: "string" }, const: { $ref: id } } },
    },
    {
      title: "keeps the words beside a $ref",
      given: `{ ${ref}, description: d, title: t, deprecated: true, x-deprecated: { since: '1' }, x-other: 1, default: a }`,
      want: {
        $ref: id,
        deprecated: true,
        description: "d",
        title: "t",
        "x-deprecated": { since: "1" },
      },
    },
  ])("$title", async ({ given, want }) => {
    expect(await schemaOf(given, named)).toEqual(want);
  });

  it("is named by what a chain of references leads to", async () => {
    const components = `{ schemas: { a: { $ref: '#/components/schemas/s' }, s: { type: string } } }`;
    expect(await schemaOf("{ $ref: '#/components/schemas/a' }", components)).toEqual({ $ref: id });
  });

  it("may refer to a part of another", async () => {
    const model = await modelOf(
      withPayload(
        "{ $ref: '#/components/schemas/s/properties/a~1b' }",
        "{ schemas: { s: { properties: { a/b: { type: string } } } } }",
      ),
    );
    expect([...model.schemas.keys()]).toEqual([`${id}/properties/a~1b`]);
  });

  it("may refer to itself across files", async () => {
    const model = await modelOf({
      "root.yaml": `${head}channels: { room: { address: a, messages: { m: { payload: { $ref: 'tree.json' } } } } }\n`,
      "tree.json": '{ "items": { "$ref": "leaf.json#/x" } }',
      "leaf.json": '{ "x": { "items": { "$ref": "tree.json" } } }',
    });
    expect([...model.schemas].map(([key, { schema }]) => [key, schema])).toEqual([
      ["leaf.json#/x", { items: { $ref: "tree.json#" } }],
      ["tree.json#", { items: { $ref: "leaf.json#/x" } }],
    ]);
  });

  it("takes linear time where references share what they lead to", async () => {
    const level = (i: number): string =>
      `s${i}: { properties: { a: { $ref: '#/components/schemas/s${i + 1}' }, b: { $ref: '#/components/schemas/s${i + 1}' } } }`;
    const levels = Array.from({ length: 60 }, (_, i) => level(i)).join(", ");
    const components = `{ schemas: { ${levels}, s60: {} } }`;
    const model = await modelOf(withPayload("{ $ref: '#/components/schemas/s0' }", components));
    expect(model.schemas.size).toBe(61);
  });
});

describe("what is no schema of draft-07", () => {
  it.each([
    {
      given: "{ type: strin }",
      want: '4:10 error schema-invalid "type": "strin" is no type of JSON Schema; did you mean "string"?',
    },
    {
      given: "{ required: a }",
      want: '4:14 error schema-invalid "required": must be array, not "a"; write JSON Schema draft-07',
    },
    {
      given: "{ properties: { a: { required: true } } }",
      want: '4:33 error schema-invalid "required": must be array, not true; list the field under "required" of the object that has it',
    },
    {
      given: "{ minimum: 0, exclusiveMinimum: true }",
      want: '4:34 error schema-invalid "exclusiveMinimum": must be number, not true; write the bound itself here, and leave "minimum" out',
    },
    {
      given: "{ type: Int }",
      want: '4:10 error schema-invalid "type": "Int" is no type of JSON Schema; write "integer"',
    },
    {
      given: "{ type: [string, nil] }",
      want: '4:19 error schema-invalid "type", item 2: "nil" is no type of JSON Schema; write "null"',
    },
    {
      given: "{ type: whatever-it-is }",
      want: '4:10 error schema-invalid "type": "whatever-it-is" is no type of JSON Schema; write one of array, boolean, integer, null, number, object, string',
    },
    {
      given: "{ items: [{}], properties: { a: [] } }",
      want: '4:31 error schema-invalid "a": must be object or boolean; write JSON Schema draft-07',
    },
    {
      given: "{ enum: [a, ~, null] }",
      want: '4:4 error schema-invalid "enum": must not have the same item twice (items 2 and 3); write JSON Schema draft-07',
    },
    {
      given: "{ $ref: '#/channels/room/messages/m' }",
      want: '4:10 error schema-is-message "#/channels/room/messages/m": leads to a message, and not to a schema; add "/payload" for what it carries',
    },
    {
      given: "{ properties: { a: 5 } }",
      want: '4:21 error schema-invalid schema: "5" is not a schema; write a map, true or false',
    },
    {
      given: "{ properties: { $ref: '#/components/schemas/s', a: true } }",
      want: '4:24 error schema-invalid "$ref": names a field here; put the $ref into an "allOf" beside "properties"',
    },
    {
      given: '{ properties: { "\\ud800": { type: string }, "\\ud83d\\ude00": true } }',
      want: '4:18 error unsafe-name "\\ud800": holds half of a character (a lone surrogate), by which nothing can be judged; correct the name',
    },
    {
      given: "{ pattern: '(' }",
      want: '4:13 error schema-pattern-invalid "(": not a regular expression in Unicode mode; escape only what needs it',
    },
    {
      given: "{ patternProperties: { '(': true } }",
      want: '4:30 error schema-pattern-invalid "(": not a regular expression in Unicode mode; escape only what needs it',
    },
    {
      given: "{ required: [carier], properties: { carrier: true } }",
      want: '4:15 warning required-undeclared "carier": is required, but no property has this name; did you mean "carrier"?',
    },
    {
      given: "{ type: string, minLength: 5, maxLength: 2 }",
      want: '4:29 error bounds-contradictory "minLength": 5 is more than "maxLength", which is 2, so no value fits; correct one of them',
    },
    {
      given: "{ pattern: '^(?:a|a)*$' }",
      want: '4:13 error pattern-runs-away "^(?:a|a)*$": reads "aa", repeated, in more and more ways, so a text that fails takes exponential time; let each piece be read in one way, as in "^[a-z]+(?:-[a-z]+)*$"',
    },
    {
      given: "{ pattern: '^[^@]+@[^@]+\\.[^@]+$' }",
      want: '4:13 warning pattern-runs-away "^[^@]+@[^@]+\\.[^@]+$": reads ".A", repeated, in more and more ways, so a text that fails takes polynomial time; let each piece be read in one way, as in "^[a-z]+(?:-[a-z]+)*$"',
    },
    {
      given: "{ $schema: 'https://json-schema.org/draft/2020-12/schema' }",
      want: '4:13 error schema-format-unsupported "https://json-schema.org/draft/2020-12/schema": this dialect of JSON Schema cannot be read; write draft-07',
    },
    {
      given: "{ properties: { a: { x-deprecated: { until: 1 } } } }",
      want: '4:46 error deprecation-invalid "x-deprecated.until": unknown key; only since, sunset and use mean something',
    },
    {
      given: "{ const: 9007199254740993 }",
      want: '4:11 warning number-inexact "const": 9007199254740992 is beyond 2^53, where JavaScript tells neighbours no longer apart; write it as text',
    },
    {
      given: "{ enum: [1, -18446744073709551615] }",
      want: '4:14 warning number-inexact "enum": -18446744073709552000 is beyond 2^53, where JavaScript tells neighbours no longer apart; write it as text',
    },
    {
      given: `{ ${ref}, minLength: 1 }`,
      want: '4:47 warning ref-siblings-ignored "minLength": ignored beside a $ref; put the $ref and "minLength" into an allOf',
    },
  ])("$given", async ({ given, want }) => {
    expect(await modelFindings(withPayload(given, named))).toEqual([`contract.yaml:${want}`]);
  });
});
