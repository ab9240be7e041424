// The small interface through which everything outside generated code sees a generated schema.
import type { StandardSchemaV1 } from "@standard-schema/spec";

/** One fault of a value: where it is and what is wrong, without the value itself. */
export interface SchemaIssue {
  readonly message: string;
  /** Keys and indexes from the root of the value to the fault; empty at the root. */
  readonly path: readonly PropertyKey[];
}

export type SchemaResult<Value> =
  | { readonly success: true; readonly data: Value }
  | { readonly success: false; readonly error: { readonly issues: readonly SchemaIssue[] } };

/**
 * Judges whether a value is a `Value`, exactly as the contract's JSON Schema does.
 *
 * At run time it is a zod schema; as a type it names no zod, so that declarations stay small and fast to check.
 *
 * @see https://standardschema.dev
 */
export interface Schema<Value> extends StandardSchemaV1<Value> {
  /** @throws when the value does not match; prefer `safeParse` for input that you did not make. */
  parse(value: unknown): Value;
  safeParse(value: unknown): SchemaResult<Value>;
}

/** The value that a schema judges. */
export type Infer<S> = S extends Schema<infer Value> ? Value : never;

/**
 * A type without `readonly`, for comparing: lists stand in objects, since TypeScript looks into those only when it has
 * to, and a type may lead back to itself.
 */
type Writable<T> = T extends readonly [unknown, ...unknown[]]
  ? { places: { -readonly [Key in keyof T]: Writable<T[Key]> } }
  : T extends readonly (infer Item)[]
    ? { items: Writable<Item> }
    : T extends object
      ? { -readonly [Key in keyof T]: Writable<T[Key]> }
      : T;

/**
 * `true` when both types are the same, not merely assignable to each other; whether fields and lists are `readonly`
 * plays no part, since a schema cannot say it.
 */
export type Equal<A, B> =
  (<T>() => T extends Writable<A> ? 1 : 2) extends <T>() => T extends Writable<B> ? 1 : 2
    ? true
    : false;

/** Compiles only for `true`, and is satisfied by anything; generated files use it to prove that two types agree. */
export type Assert<T extends true> = T extends true ? unknown : never;
