// Generated modules, loaded and used: what they judge, what they build, what they subscribe to.
import { describe, expect, it, vi } from "vitest";
import * as channels from "./cases/channels/expected/events/index.ts";
import { news } from "./cases/channels/expected/publishers/index.ts";
import * as recursive from "./cases/recursive/expected/events/index.ts";
import * as schemas from "./cases/schemas/expected/events/index.ts";

const isValid = (schema: { safeParse(value: unknown): { success: boolean } }, value: unknown) =>
  schema.safeParse(value).success;

describe("generated schemas", () => {
  it("lead back to themselves, within a file and across files", () => {
    const tree = { children: [{ children: [], leaf: { tree: { children: [] } } }] };
    expect(isValid(recursive.grownSchema, tree)).toBe(true);
    expect(isValid(recursive.grownSchema, { children: [{ children: [{}] }] })).toBe(false);
    expect(isValid(recursive.grownSchema, { children: [], inner: { again: 1 } })).toBe(false);
    expect(isValid(recursive.jsonSchema, [{ a: [null, { b: [1, "x", true] }] }])).toBe(true);
    expect(isValid(recursive.pairSchema, ["a", ["b"], ["c", ["d"]]])).toBe(true);
    expect(isValid(recursive.pairSchema, ["a", []])).toBe(false);
  });

  it("read the fields that a value has of its own", () => {
    const value = { id: `ord_${"0".repeat(26)}`, unsaid: { a: 1 }, closed: {} };
    expect(isValid(schemas.objectsSchema, value)).toBe(true);
    expect(isValid(schemas.objectsSchema, { ...value, constructor: { toString: true } })).toBe(
      true,
    );
    expect(isValid(schemas.objectsSchema, { ...value, constructor: { toString: 1 } })).toBe(false);
    expect(isValid(schemas.objectsSchema, { ...value, closed: { b: 1 } })).toBe(false);
  });

  it("are Standard Schemas", () => {
    expect(channels.saidSchema["~standard"].validate("hello")).toEqual({ value: "hello" });
  });
});

describe("generated builders", () => {
  // the channel of this case is deprecated, which is said once
  vi.spyOn(process, "emitWarning").mockReturnValue();

  it("build an event whose payload and attributes are valid", () => {
    const event = news({}).posted({ text: "hello" }, { tenant: "a" });
    expect(event).toMatchObject({ channel: "news", name: "posted", data: '{"text":"hello"}' });
    expect(event.envelope).toMatchObject({ type: "posted", tenant: "a" });
  });

  it("throw for what the contract does not allow", () => {
    const builders = news({});
    expect(() => builders.posted({ text: "hello" }, { tenant: "" })).toThrow("tenant");
    // @ts-expect-error a field that the contract does not declare
    expect(() => builders.posted({ text: "hello", more: 1 }, { tenant: "a" })).toThrow("more");
  });
});
