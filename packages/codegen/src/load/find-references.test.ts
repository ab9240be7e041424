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
    { title: "a property of that name", given: { properties: { $ref: { type: "string" } } } },
  ])("are not looked for in $title", ({ given }) => {
    expect(findReferences(given)).toEqual([]);
  });

  it("are found in properties that are named like data", () => {
    const given = {
      properties: { default: { $ref: "#/x" }, properties: { const: { $ref: "#/y" } } },
    };
    expect(findReferences(given)).toEqual([{ pointer: "/properties/default", ref: "#/x" }]);
  });
});
