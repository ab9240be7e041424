// What a JSON Schema allows, in the few forms that types and validators are made from. A shape judges exactly as its
// schema does; a schema that no shape can say is refused when the shape is built.

/** What a person reads about a part of a payload. */
export interface Notes {
  readonly description?: string;
  /** Each constraint in words, such as `at least 1`. */
  readonly constraints: readonly string[];
  readonly deprecated?: string;
}

export interface TextRules {
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly patterns: readonly string[];
  readonly formats: readonly string[];
}

export interface NumberRules {
  readonly integer: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multiplesOf: readonly number[];
}

export interface ListRules {
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems: boolean;
}

export interface PropertyShape {
  readonly name: string;
  readonly shape: Shape;
  readonly required: boolean;
  readonly notes: Notes;
}

/** What a closed list of JSON values may hold. */
export type Scalar = string | number | boolean | null;

export interface ObjectShape {
  readonly kind: "object";
  /** Sorted by name. */
  readonly properties: readonly PropertyShape[];
  /** Fields that are not declared: nothing is said, none, any, or each of one shape. */
  readonly rest: "unsaid" | "closed" | "open" | Shape;
}

export interface TupleShape {
  readonly kind: "tuple";
  /** None of them may be left out. */
  readonly items: readonly Shape[];
  readonly rest?: Shape;
  readonly rules: ListRules;
}

export interface UnionShape {
  readonly kind: "union";
  readonly members: readonly Shape[];
  /** Exactly one member may match, not several. */
  readonly exclusive: boolean;
}

export type Shape =
  | { readonly kind: "unknown" }
  | { readonly kind: "null" }
  | { readonly kind: "boolean" }
  | { readonly kind: "string"; readonly rules: TextRules }
  | { readonly kind: "number"; readonly rules: NumberRules }
  | { readonly kind: "literals"; readonly values: readonly Scalar[] }
  | { readonly kind: "array"; readonly item: Shape; readonly rules: ListRules }
  | TupleShape
  | ObjectShape
  | UnionShape
  /** The component schema with this id. */
  | { readonly kind: "reference"; readonly id: string };
