// What can be made for one schema: values at its edges, values that miss it by one thing, and random ones.

import type { JsonSchema, JsonSchemaObject } from "@lockstep/codegen/contract";
import { payloadLimitBytes } from "@lockstep/runtime";
import type fc from "fast-check";

/** A value that is right but for one thing. */
export interface NearMiss {
  readonly value: unknown;
  /** JSON Pointer to what is wrong within the value. */
  readonly pointer: string;
  /** What is wrong, as the end of a sentence: `is below the least, 1`. */
  readonly fault: string;
  /** Whether it is a field that the schema neither declares nor refuses in words: only a publisher minds. */
  readonly undeclared?: true;
}

export interface Maker {
  /** Valid values, an ordinary one first; never empty. */
  readonly edges: readonly unknown[];
  readonly misses: readonly NearMiss[];
  /** Mostly valid values: what is drawn is judged before it is used. */
  readonly random: fc.Arbitrary<unknown>;
}

/** A part of a payload for which nothing could be made. */
export interface Gap {
  /** JSON Pointer to the part, as its parent names it: `/items/0`. */
  readonly pointer: string;
  readonly problem: string;
}

/** Where a schema stands, and who can be asked about it. */
export interface MakeContext {
  readonly pointer: string;
  /** How often each `$ref` was entered on the way here; a second return is the end. */
  readonly entered: ReadonlyMap<string, number>;
  readonly resolve: (id: string) => JsonSchema | undefined;
  readonly accepts: (schema: JsonSchema, value: unknown) => boolean;
  /** Told of what cannot be made, except where recursion ends. */
  readonly onGap: (gap: Gap) => void;
  /** Makes a child's values; nothing where recursion ends, or nothing could be made. */
  readonly make: (schema: JsonSchema, context: MakeContext) => Maker | undefined;
  readonly seed: number;
}

/** Schemas that hold for one value together, without `$ref` and without choices. */
export type Conjunction = readonly JsonSchemaObject[];

/** The same place with a key or an index more. */
export function below(context: MakeContext, key: string | number): MakeContext {
  return { ...context, pointer: `${context.pointer}/${escapePointer(key)}` };
}

export function escapePointer(key: string | number): string {
  return String(key).replaceAll("~", "~0").replaceAll("/", "~1");
}

/** A child's misses as its parent's. */
export function liftMisses(
  { misses }: Maker,
  key: string | number,
  place: (value: unknown) => unknown,
): NearMiss[] {
  return misses.map((miss) => ({
    ...miss,
    value: place(miss.value),
    pointer: `/${escapePointer(key)}${miss.pointer}`,
  }));
}

/** Whether a list or a text of so many items is more than Pusher takes, which the context is told. */
export function isEndless(least: number, { pointer, onGap }: MakeContext): boolean {
  if (least <= payloadLimitBytes) return false;
  const problem = `it has a length of at least ${least}, and Pusher takes ${payloadLimitBytes} bytes`;
  onGap({ pointer, problem });
  return true;
}

/** The numbers that the schemas give for a keyword. */
export function numbersOf(schemas: Conjunction, keyword: string): number[] {
  return schemas.flatMap((schema) => {
    const value = schema[keyword];
    return typeof value === "number" ? [value] : [];
  });
}

/** The greatest of the lower bounds. */
export function leastOf(schemas: Conjunction, keyword: string, unsaid: number): number {
  return Math.max(unsaid, ...numbersOf(schemas, keyword));
}

/** The smallest of the upper bounds. */
export function mostOf(schemas: Conjunction, keyword: string): number {
  return Math.min(Number.POSITIVE_INFINITY, ...numbersOf(schemas, keyword));
}

/** Each JSON value once, of those that have at most so many characters. */
export function distinct(
  values: readonly unknown[],
  lengthAtMost: number = Number.POSITIVE_INFINITY,
): readonly unknown[] {
  const texts = values.map((value) => [JSON.stringify(value), value] as const);
  const short = texts.filter(([text]) => text.length <= lengthAtMost);
  return [...new Map(short).values()];
}
