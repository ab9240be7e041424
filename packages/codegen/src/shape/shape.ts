// What a JSON Schema allows, in the few forms that types and validators are made from. A shape judges exactly as its
// schema does; a schema that no shape can say is refused when the shape is built.

/** What a person reads about a part of a payload. */
export interface Notes {
  readonly description?: string;
  /** Each constraint in words, such as `at least 1`. */
  readonly constraints: readonly string[];
  /** What is asked of some values only, each a sentence without its point. */
  readonly choices?: readonly string[];
  readonly deprecated?: string;
  /** JSON values, as the document gives them. */
  readonly examples?: readonly unknown[];
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
  /** Named by `required` alone, so that nothing says what it is. */
  readonly undeclared?: true;
  readonly notes: Notes;
}

/** Fields whose names match a pattern. */
export interface PatternShape {
  readonly pattern: string;
  readonly shape: Shape;
}

/** What a closed list of JSON values may hold. */
export type Scalar = string | number | boolean | null;

export interface ObjectShape {
  readonly kind: "object";
  /** For the comment of its type, where it gets one inside a payload. */
  readonly description?: string;
  /** Sorted by name. */
  readonly properties: readonly PropertyShape[];
  readonly patterns?: readonly PatternShape[];
  /** Fields that are not declared, and that no pattern matches: nothing is said, none, any, or each of one shape. */
  readonly rest: "unsaid" | "closed" | "open" | Shape;
}

export interface TupleShape {
  readonly kind: "tuple";
  readonly items: readonly Shape[];
  /** How many of the items may not be left out. */
  readonly required: number;
  readonly rest?: Shape;
  readonly rules: ListRules;
}

export interface UnionShape {
  readonly kind: "union";
  readonly members: readonly Shape[];
  /** Exactly one member may match, not several. */
  readonly exclusive: boolean;
  /** The field that AsyncAPI's `discriminator` names; members are named by it, it judges nothing. */
  readonly tag?: string;
}

/** A JSON type of which keywords speak. */
export type SpokenType = "array" | "number" | "object" | "string";

/** What a value must keep besides what its type says. */
export type Condition =
  | { readonly kind: "matches"; readonly shape: Shape }
  | { readonly kind: "not"; readonly shape: Shape }
  | { readonly kind: "contains"; readonly shape: Shape }
  | { readonly kind: "fieldNames"; readonly shape: Shape }
  /** Where the value is of that JSON type. */
  | { readonly kind: "whenType"; readonly type: SpokenType; readonly shape: Shape }
  /** Where the value has that field. */
  | { readonly kind: "whenField"; readonly name: string; readonly shape: Shape }
  | { readonly kind: "requires"; readonly name: string; readonly others: readonly string[] }
  | { readonly kind: "when"; readonly if: Shape; readonly then?: Shape; readonly else?: Shape }
  | { readonly kind: "minFields"; readonly count: number }
  | { readonly kind: "maxFields"; readonly count: number }
  | { readonly kind: "equalTo"; readonly values: readonly unknown[] };

/** A value of `base`, which gives it its type, that keeps conditions. */
export interface RefinedShape {
  readonly kind: "refined";
  /** Not refined itself. */
  readonly base: Shape;
  readonly conditions: readonly Condition[];
}

export type Shape =
  | { readonly kind: "unknown" }
  /** Nothing. */
  | { readonly kind: "never" }
  | { readonly kind: "null" }
  | { readonly kind: "boolean" }
  /** `known` are values that a reader should know of, among any others. */
  | { readonly kind: "string"; readonly rules: TextRules; readonly known?: readonly string[] }
  | { readonly kind: "number"; readonly rules: NumberRules }
  | { readonly kind: "literals"; readonly values: readonly Scalar[] }
  | { readonly kind: "array"; readonly item: Shape; readonly rules: ListRules }
  | TupleShape
  | ObjectShape
  | UnionShape
  | RefinedShape
  /** The component schema with this id. */
  | { readonly kind: "reference"; readonly id: string };

/** The shape that gives the type. */
export function baseOf(shape: Shape): Shape {
  return shape.kind === "refined" ? shape.base : shape;
}

export function conditionsOf(shape: Shape): readonly Condition[] {
  return shape.kind === "refined" ? shape.conditions : [];
}

/** The shapes that a condition is made of. */
export function shapesOf(condition: Condition): readonly Shape[] {
  if (condition.kind === "when") {
    const { if: test, then, else: otherwise } = condition;
    return [test, then, otherwise].filter((shape) => shape !== undefined);
  }
  return "shape" in condition ? [condition.shape] : [];
}
