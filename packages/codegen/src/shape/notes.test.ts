import { describe, expect, it } from "vitest";
import { contractOf } from "../plan/contract.test.helper.ts";
import { readNotes } from "./notes.ts";

const model = contractOf({ schemas: { shared: { type: "string", maxLength: 3, example: "abc" } } });

describe("what a schema says to a reader", () => {
  it.each([
    [{ type: "integer", minimum: 1, multipleOf: 5 }, ["integer", "at least 1", "a multiple of 5"]],
    [{ exclusiveMinimum: 0, exclusiveMaximum: 1.5 }, ["above 0", "below 1.5"]],
    [
      { minItems: 1, maxItems: 2, uniqueItems: true },
      ["at least 1 item", "at most 2 items", "no item twice"],
    ],
    [{ items: { type: "string", maxLength: 20 } }, ["each at most 20 characters"]],
    [{ minProperties: 1, maxProperties: 3 }, ["at least 1 field", "at most 3 fields"]],
    [{ properties: {}, additionalProperties: false }, ["no other fields"]],
    [{ contains: { const: "a" } }, ['with an item that is `"a"`']],
    [
      { contains: { type: "object", required: ["id"] } },
      ['with an item that is an object with "id"'],
    ],
    [{ contains: { oneOf: [{}] } }, ["with an item that is of a certain form"]],
    [
      { patternProperties: { "^x-": { type: "string", minLength: 2 } } },
      ["fields matching `^x-` are a string of at least 2 characters"],
    ],
    [{ patternProperties: { "`": false } }, ["no field matching `'`"]],
    [{ patternProperties: { a: { allOf: [] } } }, ["fields matching `a` are of a certain form"]],
    [{ propertyNames: { maxLength: 8 } }, ["names of fields at most 8 characters"]],
    [{ propertyNames: { enum: ["a"] } }, ["names of fields of a certain form"]],
    [
      { dependencies: { card: ["name", "until"], none: [], other: {} } },
      ['with "card" also "name", "until"'],
    ],
    [{ not: { enum: ["a", 1] } }, ['not `"a"` or `1`']],
    [{ not: { const: "x".repeat(99) } }, [`not \`"${"x".repeat(39)}…\``]],
    [{ not: { required: ["a"] } }, ['not with "a"']],
    [{ not: { type: "string", pattern: "^a" } }, ["not a string matching `^a`"]],
    [{ not: { not: {} } }, ["some values excluded"]],
    [{ contains: { $ref: "a.yaml#/components/schemas/role" } }, ["with an item that is `role`"]],
  ])("of %j is %j", (schema, constraints) => {
    expect(readNotes(schema, model)).toEqual({ constraints });
  });

  it("is that of the target of a reference, with examples", () => {
    const notes = { constraints: ["at most 3 characters"], examples: ["abc"] };
    expect(readNotes({ $ref: "shared" }, model)).toEqual(notes);
  });

  it("tells what listed values mean", () => {
    const one = { const: 1, description: "Low:\n  not now." };
    expect(
      readNotes({ description: "How soon.", oneOf: [one, { const: "`", title: "High" }] }, model),
    ).toEqual({
      constraints: [],
      description: 'How soon.\n\n- `1`: Low: not now.\n- `"\'"`: High',
    });
    expect(readNotes({ anyOf: [one, { const: 2 }] }, model).description).toBe(
      "- `1`: Low: not now.",
    );
    expect(readNotes({ oneOf: [one, { type: "null", description: "None" }] }, model)).toEqual({
      constraints: [],
    });
    expect(readNotes({ oneOf: [] }, model)).toEqual({ constraints: [] });
  });

  it("has the examples of the schema, or the single example of OpenAPI", () => {
    expect(readNotes({ examples: [1, null], example: 2 }, model).examples).toEqual([1, null]);
    expect(readNotes({ examples: [], example: 2 }, model).examples).toEqual([2]);
  });
});
