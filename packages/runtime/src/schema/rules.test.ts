// What our own schemas say is wrong, and where.
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import type { Schema } from "../schema-interface.ts";
import {
  catchall,
  contains,
  equalTo,
  fieldNames,
  matching,
  maxCharacters,
  maxFields,
  minFields,
  not,
  openEnum,
  patternFields,
  record,
  requires,
  when,
  whenField,
  whenType,
} from "./index.ts";
import { judge } from "./judge.ts";

const named = z.object({ id: z.number() });

describe("rules", () => {
  it.each<[string, unknown, unknown, readonly string[]]>([
    ["not", not(z.string()), "a", [": must not match what the contract excludes"]],
    ["contains", contains(z.number()), ["a"], [": must have an item that the contract asks for"]],
    ["when", when(z.string(), z.literal("a"), z.null()), 1, [": must be null"]],
    ["whenType", whenType("object", named), {}, ["id: is missing"]],
    ["whenField", whenField("a", named), { a: 1, id: "x" }, ["id: must be a number"]],
    ["requires", requires("a", ["b", "c"]), { a: 1 }, [': must have "b", "c" where it has "a"']],
    ["minFields", minFields(1), {}, [": must have at least 1 field"]],
    ["maxFields", maxFields(2), { a: 1, b: 1, c: 1 }, [": must have at most 2 fields"]],
    [
      "fieldNames",
      fieldNames(z.string().check(maxCharacters(1))),
      { ab: 1 },
      ["ab: must have at most 1 character"],
    ],
    [
      "equalTo",
      equalTo(z.object({ a: z.literal(1) }), { a: 1 }),
      { a: 2 },
      [": must be a value that the contract lists"],
    ],
    [
      "patternFields",
      patternFields(z.object({ id: z.number() }), { "^x": z.string() }, z.boolean()),
      { id: "1", x: 1, y: 2 },
      ["id: must be a number", "x: must be a string", "y: must be a boolean"],
    ],
    [
      "patternFields, closed",
      patternFields(z.object({ id: z.number() }), { "^x": z.string() }, "closed"),
      { id: 1, y: 2 },
      [': must not have the undeclared field "y"'],
    ],
    ["record", record(z.string()), { a: 1 }, ["a: must be a string"]],
    ["record of another type", record(z.string()), [], [": must be an object"]],
    [
      "catchall",
      catchall(named, z.string()),
      { id: "a", b: 1 },
      ["id: must be a number", "b: must be a string"],
    ],
    ["openEnum", openEnum(["a"]), 1, [": must be a string"]],
    ["the base before the rules", matching(named, not(z.unknown())), {}, ["id: is missing"]],
    [
      "every rule",
      matching(named, minFields(3), requires("id", ["a"])),
      { id: 1 },
      [": must have at least 3 fields", ': must have "a" where it has "id"'],
    ],
  ])("%s says what is wrong", (_, schema, value, want) => {
    const result = judge(schema as Schema<unknown>, value);
    const issues = result.success ? [] : result.error.issues;
    expect(issues.map(({ path, message }) => `${path.join(".")}: ${message}`)).toEqual(want);
  });

  it("see and answer the value as it came", () => {
    // a zod object drops what it does not declare
    const value = { id: 1, other: 2 };
    const schema = matching(named, minFields(2)) as unknown as Schema<unknown>;
    const result = schema.safeParse(value);
    expect(result.success && result.data).toBe(value);
  });

  it("take a field that is undefined for absent", () => {
    const schema = matching(record(z.string()), maxFields(1)) as unknown as Schema<unknown>;
    expect(schema.safeParse({ a: "a", b: undefined }).success).toBe(true);
  });
});
