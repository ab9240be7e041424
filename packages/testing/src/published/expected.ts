// What may stand for a payload in an expectation.

/** A matcher of vitest, jest or jasmine: `expect.any(Number)`. */
export interface Matcher {
  asymmetricMatch(other: unknown): boolean;
}

/** The value itself, or a matcher, at every place. */
export type Expected<Value> =
  | Matcher
  | (Value extends readonly (infer Item)[]
      ? { readonly [Index in keyof Value]: Expected<Value[Index]> } | readonly Expected<Item>[]
      : Value extends object
        ? { readonly [Key in keyof Value]: Expected<Value[Key]> }
        : Value);

/** The same, of which fields may be left out at every depth. */
export type PartlyExpected<Value> =
  | Matcher
  | (Value extends readonly (infer Item)[]
      ? readonly PartlyExpected<Item>[]
      : Value extends object
        ? { readonly [Key in keyof Value]?: PartlyExpected<Value[Key]> }
        : Value);
