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

function warnings(schema: JsonSchema): readonly string[] {
  const diagnostics: Diagnostic[] = [];
  const origin = originOf("/p");
  buildShape(schema, { model: contractOf({}), origin, pointer: "", diagnostics, inside: [] });
  return diagnostics.map(({ message }) => message);
}

describe("buildShape", () => {
  it.each<[JsonSchema, string]>([
    [
      { type: "object", properties: { a: { unevaluatedProperties: false } } },
      "/payload/properties/a/unevaluatedProperties unsupported-keyword: unevaluatedProperties: this keyword is not supported; leave it out, or say it with supported keywords",
    ],
    [
      { type: "object", properties: { "a/b": { type: "string", minlength: 1 } } },
      '/payload/properties/a~1b/minlength unsupported-keyword: minlength: this keyword is not supported; did you mean "minLength"?',
    ],
    [
      { type: "object", url: { type: "string" } },
      '/payload/url unsupported-keyword: url: this keyword is not supported; put a field under "properties"',
    ],
    [
      { type: "string", maxLenght: 1 },
      '/payload/maxLenght unsupported-keyword: maxLenght: this keyword is not supported; did you mean "maxLength"?',
    ],
    [
      { type: "string", pattern: "(" },
      "/payload/pattern invalid-pattern: pattern: is not a regular expression of ECMAScript with the u flag",
    ],
    [
      { patternProperties: { "(": {} } },
      '/payload/patternProperties/( invalid-pattern: "(": is not a regular expression of ECMAScript with the u flag',
    ],
    [
      { type: "object", properties: JSON.parse('{"__proto__":{"type":"string"}}') },
      "/payload/properties/__proto__ unsafe-name: __proto__: JavaScript gives this name a meaning of its own; choose another name",
    ],
    [
      { required: ["__proto__"] },
      "/payload/required unsafe-name: __proto__: JavaScript gives this name a meaning of its own; choose another name",
    ],
    [
      { dependencies: JSON.parse('{"__proto__":["a"]}') },
      "/payload/dependencies/__proto__ unsafe-name: __proto__: JavaScript gives this name a meaning of its own; choose another name",
    ],
  ])("refuses %j", (schema, message) => {
    expect(refuse(schema)).toEqual([message]);
  });

  it("warns of a format that nobody judges, once", () => {
    const diagnostics: Diagnostic[] = [];
    const origin = originOf("/payload");
    const site = { model: contractOf({}), origin, pointer: "", diagnostics, inside: [] };
    const shape = buildShape({ type: ["string", "number"], format: "iri" }, site);
    expect(shape).toMatchObject({ kind: "union" });
    expect(diagnostics).toMatchObject([
      {
        severity: "warning",
        code: "format-not-judged",
        pointer: "/payload/format",
        message:
          'format: "iri" is not judged, it only tells readers; say it with pattern where it matters',
      },
    ]);
  });

  it.each<[JsonSchema, string]>([
    [
      { type: "integer", format: "uint8" },
      'format: "uint8" is not judged, it only tells readers; say it with minimum and maximum where it matters',
    ],
    [
      { format: "idn-email" },
      'format: "idn-email" is not judged, it only tells readers; say it with pattern where it matters',
    ],
    [
      { type: "array", format: "csv" },
      'format: "csv" is not judged, it only tells readers; leave it out',
    ],
    [
      { type: ["integer", "null"], format: "date-time" },
      'format: "date-time" judges strings alone, and none is allowed here; say it with minimum and maximum where it matters',
    ],
    [
      { type: "string", format: "int64" },
      'format: "int64" judges numbers alone, and none is allowed here; say it with pattern where it matters',
    ],
  ])("says that no value is judged by the format of %j", (schema, message) => {
    expect(warnings(schema)).toEqual([message]);
  });

  it.each<[JsonSchema, readonly string[]]>([
    [
      { type: "array", minLength: 2, maxLength: 5 },
      [
        'maxLength: judges strings alone, and none is allowed here; did you mean "maxItems"?',
        'minLength: judges strings alone, and none is allowed here; did you mean "minItems"?',
      ],
    ],
    [
      { type: "integer", maxLength: 5, pattern: "^a" },
      [
        'maxLength: judges strings alone, and none is allowed here; did you mean "maximum"?',
        "pattern: judges strings alone, and none is allowed here; leave it out",
      ],
    ],
    [
      { type: ["string", "null"], properties: { a: true }, contains: {} },
      [
        "contains: judges arrays alone, and none is allowed here; leave it out",
        "properties: judges objects alone, and none is allowed here; leave it out",
      ],
    ],
    [
      { type: "boolean", minimum: 1 },
      ["minimum: judges numbers alone, and none is allowed here; leave it out"],
    ],
    [{ type: "integer", minimum: 1, multipleOf: 2 }, []],
    [{ minimum: 1, minLength: 1 }, []],
  ])("says which keywords of %j judge no value", (schema, messages) => {
    expect([...warnings(schema)].sort()).toEqual(messages);
  });

  it.each<JsonSchema>([
    { type: "string", format: "password" },
    { type: ["string", "null"], format: "date" },
    { type: "integer", format: "int32" },
    { format: "double" },
  ])("says nothing of the format of %j", (schema) => {
    expect(warnings(schema)).toEqual([]);
  });

  it("names every keyword that it does not know", () => {
    expect(refuse({ $dynamicRef: "", dependentRequired: {}, prefixItems: [] })).toHaveLength(3);
  });
});
