import { describe, expect, it } from "vitest";
import { findReferences } from "./find-references.ts";

describe("references of a file", () => {
  it("are found in maps and lists, by the pointer of the object that holds them", () => {
    const given = { channels: { a: { $ref: "#/b" } }, traits: [{ $ref: "c.yaml" }] };
    expect(findReferences(given)).toEqual([
      { pointer: "/channels/a", ref: "#/b" },
      { pointer: "/traits/0", ref: "c.yaml" },
    ]);
  });

  it.each([
    { title: "an example", given: { examples: [{ payload: { $ref: "x" } }] } },
    { title: "a const", given: { const: { $ref: "x" } } },
    { title: "an enum", given: { enum: [{ $ref: "x" }] } },
    { title: "a default", given: { default: { $ref: "x" } } },
    {
      title: "a schema of another language",
      given: { schemaFormat: "application/vnd.apache.avro;version=1.9.0", schema: { $ref: "x" } },
    },
    {
      title: "a payload of another language",
      given: { schemaFormat: "application/vnd.google.protobuf", payload: { $ref: "x.proto" } },
    },
    { title: "a property of that name", given: { properties: { $ref: { type: "string" } } } },
  ])("are not looked for in $title", ({ given }) => {
    expect(findReferences(given)).toEqual([]);
  });

  it("are found in properties that are named like a schema and its format, and in JSON Schema", () => {
    const format = "application/schema+json; version=draft-07";
    expect(
      findReferences({
        properties: { schemaFormat: { $ref: "#/x" }, schema: { $ref: "#/y" } },
        payload: { schemaFormat: format, schema: { $ref: "#/z" } },
      }).map(({ ref }) => ref),
    ).toEqual(["#/x", "#/y", "#/z"]);
  });

  it("are found in properties that are named like data", () => {
    const given = {
      properties: { default: { $ref: "#/x" }, properties: { const: { $ref: "#/y" } } },
    };
    expect(findReferences(given)).toEqual([{ pointer: "/properties/default", ref: "#/x" }]);
  });
});
