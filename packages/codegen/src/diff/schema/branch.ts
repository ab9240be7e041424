// What a value of one JSON type must keep, each rule with the schema that says it.
import type { Located, Node } from "./located.ts";

export const jsonTypes = ["array", "boolean", "null", "number", "object", "string"] as const;
export type JsonType = (typeof jsonTypes)[number];

/** A rule and the schema that says it. */
export interface Ruled<Value> {
  readonly value: Value;
  readonly by: Located;
}

/** The end of a range. */
export interface Bound {
  /** As it is written. */
  readonly keyword: string;
  readonly limit: number;
  readonly exclusive: boolean;
}

/** Rules of one value, the narrower where several schemas say one. */
export interface Limits {
  readonly least: ReadonlyMap<string, Ruled<Bound>>;
  readonly most: ReadonlyMap<string, Ruled<Bound>>;
  /** Patterns, formats and divisors, by their text. */
  readonly patterns: ReadonlyMap<string, Located>;
  readonly formats: ReadonlyMap<string, Located>;
  readonly multiples: ReadonlyMap<number, Located>;
  readonly integer?: Located;
  readonly unique?: Located;
}

export interface Field {
  readonly node: Node;
  readonly required: boolean;
  readonly by: Located;
}

export interface Fields {
  readonly properties: ReadonlyMap<string, Field>;
  /** By their patterns. */
  readonly patterns: ReadonlyMap<string, Node>;
  /** What any other field must be, where one is declared. */
  readonly rest: Node | undefined;
  /** Where any other field is refused. */
  readonly closed: Located | undefined;
}

/** Places of a list: those that have schemas of their own, then the rest. */
export interface Items {
  readonly places: readonly Node[];
  readonly rest: Node;
}

/** A rule that is compared as a whole. */
export interface Opaque {
  readonly keyword: string;
  readonly by: Located;
  /** Schemas that it is made of, each under its name. */
  readonly parts: ReadonlyMap<string, Node>;
  /** What else it says. */
  readonly data: unknown;
}

export interface Branch {
  readonly type: JsonType;
  /** The schema that it is written at. */
  readonly by: Located;
  /** Every schema that its values match. */
  readonly node: Node;
  /** The values, where they are listed. */
  readonly literals?: readonly unknown[];
  readonly limits: Limits;
  readonly fields: Fields;
  readonly items: Items;
  readonly opaque: readonly Opaque[];
}

/** What a node says: a value matches one of the branches. */
export interface Reading {
  readonly branches: readonly Branch[];
  /** Whether any value at all will do. */
  readonly isAny: boolean;
  /** Whether it is written as a choice of several schemas, null aside. */
  readonly isUnion: boolean;
  /** The `oneOf` that it is written as. */
  readonly exclusive?: Located;
}
