import { describe, expect, it } from "vitest";
import { head, modelOf } from "../contract-text.test.helper.ts";
import { createJudges } from "./create-judge.ts";
import { describeErrors } from "./describe-errors.ts";

async function problemsOf(payload: string, value: unknown): Promise<string[]> {
  const text = `${head}channels: { room: { address: a, messages: { m: { payload: { $ref: '#/components/schemas/s' } } } } }
components: { schemas: { 'n e/w': { type: integer }, s: ${payload} } }
`;
  const model = await modelOf(text);
  const schema = model.channels[0]?.messages[0]?.payload.schema ?? true;
  const judge = createJudges(model.schemas)(schema);
  return describeErrors(judge(value)).map(({ pointer, problem }) => `${pointer} ${problem}`);
}

describe("a value", () => {
  it.each([
    { schema: "{ type: object, required: [a] }", value: {}, want: [' must have the property "a"'] },
    { schema: "{ properties: { a: { const: 1 } } }", value: { a: 2 }, want: ["/a must be 1"] },
    { schema: "{ enum: [a, 1] }", value: 2, want: [' must be one of "a", 1'] },
    {
      schema: "{ properties: { a: { type: string } }, additionalProperties: false }",
      value: { b: 1 },
      want: [' must not have the property "b"'],
    },
    {
      schema: "{ anyOf: [{ type: string }, { type: integer }] }",
      value: null,
      want: [" must be string"],
    },
    {
      schema: "{ anyOf: [{ properties: { a: { type: string } } }, { type: string }] }",
      value: { a: 1 },
      want: ["/a must be string", " must be string"],
    },
    {
      schema: "{ format: date-time }",
      value: "2026-11-21",
      want: [' must match format "date-time"'],
    },
    { schema: "{ multipleOf: 0.01 }", value: 0.29, want: [] },
    { schema: "{ maxLength: 1 }", value: "😀", want: [] },
    {
      schema:
        "{ properties: { a: { $ref: '#/components/schemas/n%20e~1w' }, b: { $ref: '#/components/schemas/s' } } }",
      value: { b: { b: { a: "x" } } },
      want: ["/b/b/a must be integer"],
    },
  ])("$value under $schema", async ({ schema, value, want }) => {
    expect(await problemsOf(schema, value)).toEqual(want);
  });
});
