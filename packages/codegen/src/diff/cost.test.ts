// Time in proportion to the size of the documents, whatever refers to what.
import { describe, expect, it } from "vitest";
import type { JsonSchema } from "../model/contract-model.ts";
import { type ContractInput, contractOf } from "../plan/contract.test.helper.ts";
import { diffContracts } from "./diff-contracts.ts";

const today = "2026-11-21";
const refs = (id: string): JsonSchema => ({ $ref: `#/${id}` });

/** Each schema refers twice to the next: 4,096 paths lead to the last of 13. */
function doubling(join: (next: JsonSchema) => JsonSchema, last: JsonSchema): ContractInput {
  const chain = Array.from({ length: 12 }, (_, index): [string, JsonSchema] => [
    `#/d${index}`,
    join(refs(`d${index + 1}`)),
  ]);
  return {
    channels: { room: { messages: { said: { payload: refs("d0") } } } },
    schemas: Object.fromEntries([...chain, ["#/d12", last]]),
  };
}

const joins: readonly (readonly [string, (next: JsonSchema) => JsonSchema])[] = [
  ["fields", (next) => ({ type: "object", properties: { a: next, b: next } })],
  ["allOf", (next) => ({ allOf: [next, { minProperties: 0 }, next] })],
  ["anyOf", (next) => ({ anyOf: [next, next] })],
  [
    "oneOf beside fields",
    (next) => ({ oneOf: [next, { properties: { c: next }, required: ["c"] }] }),
  ],
  ["not", (next) => ({ not: next, properties: { a: next } })],
];

describe("schemas that multiply", () => {
  it.each(joins)("are compared once: %s", { timeout: 30_000 }, (_, join) => {
    const before = contractOf(doubling(join, { type: "string" }));
    const after = contractOf(doubling(join, { type: "integer" }));
    const start = performance.now();
    const { changes } = diffContracts(before, after, { today });
    expect(diffContracts(before, before, { today }).changes).toEqual([]);
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(changes.length).toBeGreaterThan(0);
    expect(changes.length).toBeLessThan(50);
  });
});

describe("a shared component", () => {
  const contract = (type: string): ContractInput => ({
    channels: Object.fromEntries(
      Array.from({ length: 1000 }, (_, index) => [
        `room${index}`,
        {
          messages: {
            said: {
              payload: {
                type: "object",
                properties: { a: refs("id"), b: refs("id"), c: refs("money") },
              },
            },
          },
        },
      ]),
    ),
    schemas: {
      "#/id": { type },
      "#/money": {
        type: "object",
        properties: { amount: { type: "integer" }, back: refs("money") },
      },
    },
  });

  it("is told once for each event, and 1,000 events take no time", { timeout: 30_000 }, () => {
    const before = contractOf(contract("string"));
    const after = contractOf(contract("integer"));
    const start = performance.now();
    const { changes } = diffContracts(before, after, { today });
    expect(diffContracts(before, before, { today }).changes).toEqual([]);
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(changes).toHaveLength(1000);
    expect(new Set(changes.map(({ rule }) => rule))).toEqual(new Set(["payload-type-changed"]));
  });

  it("that nothing reaches is not compared", () => {
    const before = contractOf({ schemas: { "#/id": { type: "string" } } });
    const after = contractOf({ schemas: { "#/id": { type: "integer" } } });
    expect(diffContracts(before, after, { today }).changes).toEqual([]);
  });
});

it("compares a contract whose 1,000 events were all replaced", { timeout: 30_000 }, () => {
  const contract = (name: string): ContractInput => ({
    channels: {
      room: {
        messages: Object.fromEntries(
          Array.from({ length: 1000 }, (_, index) => [
            `${name}${index}`,
            { payload: { type: "object", properties: { [`f${index}`]: { type: "string" } } } },
          ]),
        ),
      },
    },
  });
  const start = performance.now();
  const { changes } = diffContracts(contractOf(contract("old")), contractOf(contract("fresh")), {
    today,
  });
  expect(performance.now() - start).toBeLessThan(10_000);
  expect(changes).toHaveLength(2000);
});
