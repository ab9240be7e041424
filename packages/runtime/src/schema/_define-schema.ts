// Schemas that `zod/mini` has no type for: how they judge, and what the two readings must know of them.
import { unknown, type ZodMiniType } from "zod/mini";
import type { ZodNode } from "./_zod-internals.ts";
import type { RawIssue } from "./describe-issue.ts";

/** What the readings ask of a schema of ours. */
export interface Reading {
  /** The schemas that describe a matching value where it stands; none where they only restrict it. */
  readonly describing?: (value: unknown) => readonly ZodNode[];
  /** The schemas of one field; the schema then describes objects itself. */
  readonly fields?: (key: string) => readonly ZodNode[];
  /** Its twin without closedness; absent where the schema stays exact. */
  readonly open?: (twin: (schema: ZodNode) => ZodNode) => unknown;
}

const readings = /*#__PURE__*/ new WeakMap<ZodNode, Reading>();

export function readingOf(schema: ZodNode): Reading | undefined {
  return readings.get(schema);
}

/** Answers the issues of a value; none where it matches. */
export type JudgeValue = (value: unknown) => readonly RawIssue[];

/** Creates a schema that answers the value itself, never a copy. */
export function defineSchema<Value>(judge: JudgeValue, reading: Reading = {}): ZodMiniType<Value> {
  const schema = unknown();
  const { _zod } = schema as unknown as ZodNode;
  _zod.parse = _zod.run = (payload) => {
    payload.issues.push(...judge(payload.value));
    return payload;
  };
  readings.set(schema as unknown as ZodNode, reading);
  return schema as unknown as ZodMiniType<Value>;
}

/** What a schema finds wrong with a value. */
export function issuesOf(schema: unknown, value: unknown): readonly RawIssue[] {
  return (schema as ZodNode)._zod.run({ value, issues: [] }, { async: false }).issues;
}

export function matches(schema: unknown, value: unknown): boolean {
  return issuesOf(schema, value).length === 0;
}

/** What a schema finds wrong with a part of a value, as issues of the whole. */
export function issuesAt(schema: unknown, value: unknown, key: PropertyKey): readonly RawIssue[] {
  return issuesOf(schema, value).map((issue) => ({ ...issue, path: [key, ...(issue.path ?? [])] }));
}

/** One fault of a value, in words. */
export function fault(input: unknown, message: string): readonly RawIssue[] {
  return [{ code: "custom", path: [], input, message }];
}

/** An object of JSON, which is no list. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Names of the fields that are there: one that is `undefined` is absent. */
export function fieldNamesOf(value: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.keys(value).filter((key) => value[key] !== undefined);
}
