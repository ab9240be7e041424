import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../diagnostic.ts";
import type { JsonSchema } from "../model/contract-model.ts";
import { contractOf, originOf } from "../plan/contract.test.helper.ts";
import { buildShape } from "./build-shape.ts";

function refuse(schema: JsonSchema): readonly string[] {
  const diagnostics: Diagnostic[] = [];
  const model = contractOf({ schemas: { self: { allOf: [{ $ref: "self" }, {}] } } });
  const shape = buildShape(schema, {
    model,
    origin: originOf("/payload"),
    pointer: "",
    diagnostics,
    inside: [],
  });
  expect(shape).toBeUndefined();
  return diagnostics.map(({ code, pointer, message }) => `${pointer} ${code}: ${message}`);
}

describe("buildShape", () => {
  it.each<[JsonSchema, string]>([
    [
      { type: "object", properties: { a: { not: {} } } },
      "/payload/properties/a/not unsupported-keyword: not: this keyword is not supported; leave it out, or say it with supported keywords",
    ],
    [
      { type: "object", properties: { "a/b": { type: "string", minlength: 1 } } },
      "/payload/properties/a~1b/minlength unsupported-keyword: minlength: this keyword is not supported; leave it out, or say it with supported keywords",
    ],
    [
      { properties: { a: {} } },
      "/payload/properties untyped-keyword: properties: without type it lets every value of another type pass; add type",
    ],
    [
      { type: "string", format: "iri" },
      '/payload/format unsupported-format: format: "iri" is not a format that can be judged; leave it out, or say it with pattern',
    ],
    [
      { type: "string", pattern: "(" },
      "/payload/pattern invalid-pattern: pattern: is not a regular expression of ECMAScript with the u flag",
    ],
    [
      { enum: [{ a: 1 }] },
      "/payload/enum unsupported-keyword: enum: holds an object or a list; only texts, numbers, booleans and null are supported",
    ],
    [
      { enum: ["a"], minLength: 2 },
      "/payload/minLength unsupported-keyword: minLength: stands beside enum or const; leave out the values that it refuses",
    ],
    [
      { enum: ["a"], type: "number" },
      "/payload unsupported-schema: enum: no value is left that every keyword allows",
    ],
    [
      { type: "array", items: [{ type: "string" }] },
      "/payload/items unsupported-keyword: items: this list lets shorter lists pass too; add minItems with the number of its places",
    ],
    [
      { type: "object", properties: JSON.parse('{"__proto__":{"type":"string"}}') },
      "/payload/properties/__proto__ unsafe-name: __proto__: JavaScript gives this name a meaning of its own; choose another name",
    ],
    [
      { allOf: [{ type: "string" }, { type: "number" }] },
      "/payload/allOf unsupported-schema: allOf: no value matches all of these schemas",
    ],
    [
      { allOf: [{ type: "array" }, { type: "array", minItems: 1 }] },
      "/payload/allOf unsupported-schema: allOf: these schemas cannot be merged into one; write one schema",
    ],
    [
      false,
      "/payload unsupported-schema: false: a schema that nothing matches has no type; leave the field out instead",
    ],
  ])("refuses %j", (schema, message) => {
    expect(refuse(schema)).toEqual([message]);
  });

  it("refuses a schema that is merged with itself", () => {
    expect(refuse({ allOf: [{ $ref: "self" }, { type: "object" }] })).toEqual([
      "/payload/allOf unsupported-schema: allOf: a schema that contains itself cannot be merged with another one",
    ]);
  });

  it("names every keyword that it does not know", () => {
    expect(refuse({ if: {}, contains: {}, else: {} })).toHaveLength(3);
  });
});
