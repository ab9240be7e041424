// The reading of a publisher: nothing leaves the house that the contract does not declare.
import type { Schema, SchemaIssue, SchemaResult } from "../schema-interface.ts";
import { matches, readingOf } from "./_define-schema.ts";
import { ownField, type ZodNode } from "./_zod-internals.ts";
import { judge } from "./judge.ts";
import { createQuickMatch } from "./quick-match.ts";
import { isUndeclared } from "./undeclared.ts";

const quickMatchOf = /*#__PURE__*/ createQuickMatch({
  closed: true,
  otherwise: (schema, value) =>
    matches(schema, value) && undeclaredIn([schema], value).length === 0,
});

/**
 * Judges a value as the schema does, and also refuses fields that no matching part of the schema declares, unless its
 * `additionalProperties` allows them in words: `unevaluatedProperties: false` wherever `additionalProperties` is
 * unsaid. A property that is `undefined` counts as absent. The data answered is the value itself.
 *
 * @see JSON Schema 2020-12, Unevaluated Locations
 */
export function readStrictly<Value>(schema: Schema<Value>, value: unknown): SchemaResult<Value> {
  const node = schema as unknown as ZodNode;
  if (quickMatchOf(node)(value)) return { success: true, data: value as Value };
  const result = judge(schema, value);
  if (!result.success) return result;
  const issues = undeclaredIn([node], value);
  return issues.length > 0
    ? { success: false, error: { issues } }
    : { success: true, data: value as Value };
}

function undeclaredIn(schemas: readonly ZodNode[], value: unknown): readonly SchemaIssue[] {
  const issues: SchemaIssue[] = [];
  findUndeclared(schemas, value, [], issues);
  return issues;
}

// all schemas that apply at one place are judged together: a field that one of them declares is declared
function findUndeclared(
  schemas: readonly ZodNode[],
  value: unknown,
  path: readonly PropertyKey[],
  issues: SchemaIssue[],
): void {
  if (typeof value !== "object" || value === null) return;
  const leaves = schemas.flatMap((schema) => leavesOf(schema, value));
  if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) {
      const parts = leaves.flatMap(
        ({ _zod: { def } }) => def.items?.[i] ?? def.rest ?? def.element ?? [],
      );
      findUndeclared(parts, item, [...path, i], issues);
    }
    return;
  }
  const objects = leaves.filter((leaf) => describesObjects(leaf));
  for (const [key, field] of Object.entries(value)) {
    if (field === undefined) continue;
    const parts = objects.flatMap((leaf) => partsFor(leaf, key));
    const at = [...path, key];
    if (parts.length > 0) findUndeclared(parts, field, at, issues);
    else if (objects.length > 0)
      issues.push({ path: at, message: "is not declared by the contract" });
  }
}

function describesObjects(schema: ZodNode): boolean {
  const { def } = schema._zod;
  return readingOf(schema)?.fields !== undefined || (def.shape ?? def.valueType) !== undefined;
}

// the schemas of one field, where this schema has any
function partsFor(schema: ZodNode, key: string): readonly ZodNode[] {
  const reading = readingOf(schema);
  const { def } = schema._zod;
  const own = def.shape && ownField(def.shape, key);
  const parts = reading?.fields?.(key) ?? [own ?? def.catchall ?? def.valueType];
  return parts.filter((part) => part !== undefined && !isUndeclared(part)) as readonly ZodNode[];
}

// through everything that only wraps or combines, to the schemas that describe this value
function leavesOf(schema: ZodNode, value: unknown): readonly ZodNode[] {
  const reading = readingOf(schema);
  if (reading?.fields) return [schema];
  if (reading) {
    return (reading.describing?.(value) ?? []).flatMap((part) => leavesOf(part, value));
  }
  const { def } = schema._zod;
  if (def.options) {
    const matching = def.options.filter((option) => option.safeParse(value).success);
    return matching.flatMap((option) => leavesOf(option, value));
  }
  if (def.left && def.right) return [...leavesOf(def.left, value), ...leavesOf(def.right, value)];
  const inner = def.getter ? def.getter() : (def.innerType ?? def.out);
  return inner ? leavesOf(inner, value) : [schema];
}
