import { describe, expect, it } from "vitest";
import { head, modelFindings, modelOf } from "../contract-text.test.helper.ts";

const withParameter = (text: string): string =>
  `${head}channels: { room: { address: 'a-{p}', parameters: { p:\n ${text} } } }\n`;

describe("a parameter's constraint", () => {
  it.each([
    { given: "{}", want: { type: "string" } },
    { given: "{ enum: [a, b] }", want: { type: "string", enum: ["a", "b"] } },
    { given: "{ x-schema: { type: integer } }", want: { type: "integer" } },
    {
      given: "{ x-schema: { type: integer, minimum: -1, maximum: 9, description: d, title: t } }",
      want: { type: "integer", minimum: -1, maximum: 9 },
    },
    {
      given: "{ x-schema: { type: string, pattern: '^[a-z]+$', minLength: 1, maxLength: 5 } }",
      want: { type: "string", pattern: "^[a-z]+$", minLength: 1, maxLength: 5 },
    },
    {
      given: "{ enum: [a], x-schema: { type: string, maxLength: 5 } }",
      want: { type: "string", enum: ["a"], maxLength: 5 },
    },
  ])("of $given", async ({ given, want }) => {
    const { channels } = await modelOf(withParameter(given));
    expect(channels[0]?.parameters[0]?.constraint).toEqual(want);
  });

  it("keeps AsyncAPI's default and examples as text", async () => {
    const { channels } = await modelOf(withParameter("{ default: a, examples: [a, b] }"));
    expect(channels[0]?.parameters[0]).toMatchObject({ default: "a", examples: ["a", "b"] });
  });
});

describe("what cannot be asked of a parameter", () => {
  it.each([
    {
      given: "{ x-schema: { type: string, format: date } }",
      want: '4:38 … "format" is not known in the "x-schema" of type string; remove it',
    },
    {
      given: "{ x-schema: { type: integer, pattern: a } }",
      want: '4:40 … "pattern" is not known in the "x-schema" of type integer; remove it',
    },
    {
      given: "{ x-schema: { type: number } }",
      want: '4:22 … "x-schema" has the type "number"; write "string" or "integer"',
    },
    {
      given: "{ x-schema: { minimum: 1 } }",
      want: '4:4 … "x-schema" has no type; write "string" or "integer"',
    },
    {
      given: "{ x-schema: string }",
      want: '4:14 … "x-schema" is not a map; write { type: string } or { type: integer }',
    },
    {
      given: "{ x-schema: { type: integer, minimum: 1.5 } }",
      want: '4:40 … "minimum" is "1.5"; write a safe integer',
    },
    {
      given: "{ x-schema: { type: string, maxLength: -1 } }",
      want: '4:41 … "maxLength" is "-1"; write an integer from 0',
    },
    {
      given: "{ x-schema: { type: string, enum: [1] } }",
      want: '4:30 … "enum" is "[1]"; list at least one text',
    },
    {
      given: "{ enum: [a], x-schema: { type: string, enum: [a] } }",
      want: '4:4 … "enum" stands here and in "x-schema"; keep one',
    },
    {
      given: "{ enum: ['1'], x-schema: { type: integer } }",
      want: '4:4 … "enum" lists texts, and "x-schema" asks for an integer; remove one',
    },
  ])("$given", async ({ given, want }) => {
    const [place = "", problem = ""] = want.split(" … ");
    expect(await modelFindings(withParameter(given))).toEqual([
      `contract.yaml:${place} error parameter-schema-invalid parameter "p": ${problem}`,
    ]);
  });
});
