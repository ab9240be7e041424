// Rules that depend on whether a value matches another schema.
import { type core, unknown, type ZodMiniType } from "zod/mini";
import { defineSchema, fault, isRecord, issuesOf, matches } from "./_define-schema.ts";
import type { ZodNode } from "./_zod-internals.ts";

type Rule = ZodMiniType<unknown>;

/** `not`. It stays exact in every reading. */
export function not(schema: core.SomeType): Rule {
  return defineSchema((value) =>
    matches(schema, value) ? fault(value, "must not match what the contract excludes") : [],
  );
}

/** `if`, `then` and `else`. The condition stays exact in every reading. */
export function when(
  condition: core.SomeType,
  then: core.SomeType = unknown(),
  otherwise: core.SomeType = unknown(),
): Rule {
  return defineSchema((value) => issuesOf(matches(condition, value) ? then : otherwise, value), {
    describing: (value) => nodes(...(matches(condition, value) ? [condition, then] : [otherwise])),
    open: (twin) => {
      const [openThen, openOtherwise] = nodes(then, otherwise).map(twin);
      return when(condition, openThen as never, openOtherwise as never);
    },
  });
}

/** The JSON types that keywords without `type` speak of. */
export type JsonType = "array" | "number" | "object" | "string";

/** Keywords that stand without `type`: they speak of values of one type, any other value passes. */
export function whenType(type: JsonType, schema: core.SomeType): Rule {
  return defineSchema((value) => (isOfType(value, type) ? issuesOf(schema, value) : []), {
    describing: (value) => (isOfType(value, type) ? nodes(schema) : []),
    open: (twin) => whenType(type, openOne(schema, twin)),
  });
}

/** `dependencies`, as a schema: an object with the field matches it. */
export function whenField(name: string, schema: core.SomeType): Rule {
  return defineSchema((value) => (hasField(value, name) ? issuesOf(schema, value) : []), {
    describing: (value) => (hasField(value, name) ? nodes(schema) : []),
    open: (twin) => whenField(name, openOne(schema, twin)),
  });
}

/** `contains`: one item of a list matches, at least. It stays exact in every reading. */
export function contains(schema: core.SomeType): Rule {
  return defineSchema((value) =>
    !Array.isArray(value) || value.some((item) => matches(schema, item))
      ? []
      : fault(value, "must have an item that the contract asks for"),
  );
}

function isOfType(value: unknown, type: JsonType): boolean {
  if (type === "array") return Array.isArray(value);
  return type === "object" ? isRecord(value) : typeof value === type;
}

function hasField(value: unknown, name: string): boolean {
  return isRecord(value) && Object.hasOwn(value, name) && value[name] !== undefined;
}

function nodes(...schemas: readonly core.SomeType[]): readonly ZodNode[] {
  return schemas as unknown as readonly ZodNode[];
}

function openOne(schema: core.SomeType, twin: (schema: ZodNode) => ZodNode): core.SomeType {
  return twin(schema as unknown as ZodNode) as unknown as core.SomeType;
}
