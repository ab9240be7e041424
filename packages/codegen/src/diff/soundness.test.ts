// Whatever changes in a schema: a value that one side's publisher may send and the other side's subscriber refuses is told.
import fc from "fast-check";
import { expect, it } from "vitest";
import { verdictsOf } from "../emit/oracles.test.helper.ts";
import { type Case, randomCase } from "../emit/random-schema.test.helper.ts";
import { renameReferences } from "../json-schema/schema-keywords.ts";
import type { ContractModel, JsonSchema } from "../model/contract-model.ts";
import { contractOf } from "../plan/contract.test.helper.ts";
import { diffContracts } from "./diff-contracts.ts";

/** More by `CASES=100000`, others by `SEED=…`; a failure prints both. */
const numRuns = Number(process.env.CASES ?? 3000);
const seed = Number(process.env.SEED ?? 20_261_121);

type Schemas = Pick<Case, "schema" | "definitions">;

const edit = fc.record({ at: fc.nat(1000), from: fc.nat(1000), drop: fc.boolean() });
const pair = fc.tuple(randomCase, randomCase, fc.array(edit, { minLength: 1, maxLength: 3 }));

it("never passes over a value that breaks", { timeout: 0 }, () => {
  let breaks = 0;
  let judged = 0;
  const property = fc.property(pair, ([one, two, edits]) => {
    const before: Schemas = one;
    const after = edits.reduce((schemas, own) => change(schemas, two, own), before);
    const { changes } = diffContracts(modelOf(before), modelOf(after), { today: "2026-11-21" });
    const affected = new Set(changes.flatMap(({ affects }) => affects));
    const older = verdictsOf(before.schema, before.definitions);
    const newer = verdictsOf(after.schema, after.definitions);
    // ajv cannot compare objects with fields of these names
    const isFit = (value: unknown): boolean =>
      !/"(?:constructor|toString)":/.test(JSON.stringify(value));
    for (const value of [...one.values, ...two.values].filter(isFit)) {
      judged += 1;
      const told = changes.map(({ message }) => message);
      const context = JSON.stringify({ before, after, value, told });
      if (older.strict(value) && !newer.tolerant(value)) {
        breaks += 1;
        expect({ context, axes: [...affected] }).toEqual({
          context,
          axes: expect.arrayContaining(["newSubscriberOldPublisher"]),
        });
      }
      if (newer.strict(value) && !older.tolerant(value)) {
        breaks += 1;
        expect({ context, axes: [...affected] }).toEqual({
          context,
          axes: expect.arrayContaining(["oldSubscriberNewPublisher"]),
        });
      }
    }
  });
  fc.assert(property, {
    numRuns,
    seed,
    interruptAfterTimeLimit: Number(process.env.LIMIT ?? 20_000),
  });
  if (process.env.CASES) process.stdout.write(`${JSON.stringify({ numRuns, judged, breaks })}\n`);
  expect(breaks).toBeGreaterThan(judged / 50);
});

function modelOf({ schema, definitions }: Schemas): ContractModel {
  const schemas = Object.entries(definitions).map(([id, one]) => [`#/${id}`, rename(one)] as const);
  return contractOf({
    channels: { room: { messages: { said: { payload: rename(schema) } } } },
    schemas: Object.fromEntries(schemas),
  });
}

function rename(schema: JsonSchema): JsonSchema {
  return renameReferences(schema, (id) => `#/${id}`);
}

/** Puts a part of another schema in the place of one, or leaves it out. */
function change(
  { schema, definitions }: Schemas,
  donor: Schemas,
  { at, from, drop }: { readonly at: number; readonly from: number; readonly drop: boolean },
): Schemas {
  const parts = partsOf(schema);
  const donated = partsOf(donor.schema);
  const target = parts[at % parts.length] ?? [];
  const source = donated[from % donated.length] ?? [];
  const replaced = drop && target.length > 0 ? true : valueAt(donor.schema, source);
  return { schema: replace(schema, target, replaced) as JsonSchema, definitions };
}

const maps = ["properties", "patternProperties", "dependencies"];
const lists = ["allOf", "anyOf", "oneOf"];
const single = [
  "additionalItems",
  "additionalProperties",
  "contains",
  "else",
  "if",
  "items",
  "not",
  "propertyNames",
  "then",
];

/** The path of every schema, the root's first. */
function partsOf(schema: unknown): readonly (readonly string[])[] {
  const found: (readonly string[])[] = [[]];
  if (typeof schema !== "object" || schema === null) return found;
  const add = (value: unknown, ...keys: readonly string[]): void => {
    if (Array.isArray(value) && !lists.includes(keys[0] ?? "") && keys[0] !== "items") return;
    found.push(...partsOf(value).map((path) => [...keys, ...path]));
  };
  for (const [keyword, value] of Object.entries(schema)) {
    if (maps.includes(keyword)) {
      for (const [name, part] of Object.entries(value as object)) add(part, keyword, name);
    } else if (Array.isArray(value) && (lists.includes(keyword) || keyword === "items")) {
      for (const [index, part] of value.entries()) add(part, keyword, String(index));
    } else if (single.includes(keyword)) add(value, keyword);
  }
  return found;
}

function valueAt(schema: unknown, path: readonly string[]): unknown {
  return path.reduce((value, key) => (value as Record<string, unknown>)[key], schema);
}

function replace(schema: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(schema)) {
    return schema.map((part, index) => (String(index) === key ? replace(part, rest, value) : part));
  }
  const own = schema as Record<string, unknown>;
  return { ...own, [key]: replace(own[key], rest, value) };
}
