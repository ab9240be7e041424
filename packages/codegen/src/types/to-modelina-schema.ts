// A shape as the JSON Schema that Modelina reads well: names settled, references by stand-ins, nothing to merge.
import { isNamed, restShapes } from "../plan/plan-parts.ts";
import {
  baseOf,
  type ObjectShape,
  type RefinedShape,
  type Scalar,
  type Shape,
} from "../shape/shape.ts";

export type ModelinaSchema = Readonly<Record<string, unknown>>;

export interface NamesOfShapes {
  /** Name of the interface of an object with declared fields. */
  readonly nameOfObject: (shape: ObjectShape) => string;
  /** What stands for a component: the same object whenever it is asked for. */
  readonly standInOf: (id: string) => ModelinaSchema;
  /** A name that nothing else has: Modelina takes two schemas of one name for one. */
  readonly freshName: () => string;
}

/** Before each property name: Modelina fails on `constructor`, and keeps `additionalProperties` for itself. */
export const propertyMark = ".";

/** Says that the last place of a tuple stands for any number of them. */
export const restMark = "x-rest";

/** How many places of a tuple may not be left out. */
export const requiredMark = "x-required";

/** Texts to know of, where any text will do. */
export const knownMark = "x-known";

/** Says that nothing matches. */
export const neverMark = "x-never";

/** Answers draft-07 without a `$ref`; each schema in it has a name. */
export function toModelinaSchema(refined: Shape, names: NamesOfShapes): ModelinaSchema {
  const shape = baseOf(refined) as Exclude<Shape, RefinedShape>;
  if (shape.kind === "reference") return names.standInOf(shape.id);
  if (shape.kind === "object" && isNamed(shape)) return namedObject(shape, names);
  return { $id: names.freshName(), ...plainSchema(shape, names) };
}

function plainSchema(
  shape: Exclude<Shape, RefinedShape | { kind: "reference" }>,
  names: NamesOfShapes,
): ModelinaSchema {
  const convert = (inner: Shape): ModelinaSchema => toModelinaSchema(inner, names);
  switch (shape.kind) {
    case "unknown":
      return {};
    case "never":
      return { [neverMark]: true };
    case "null":
    case "boolean":
      return { type: shape.kind };
    case "string":
      return { type: "string", ...(shape.known && { [knownMark]: shape.known }) };
    case "number":
      return { type: shape.rules.integer ? "integer" : "number" };
    case "literals":
      return literalSchema(shape.values);
    case "array":
      return { type: "array", items: convert(shape.item) };
    case "tuple": {
      const items = [...shape.items, ...(shape.rest ? [shape.rest] : [])].map(convert);
      const marks = { [restMark]: shape.rest !== undefined, [requiredMark]: shape.required };
      return { type: "array", items, additionalItems: false, ...marks };
    }
    case "union":
      return { anyOf: shape.members.map(convert) };
    case "object":
      return { type: "object", additionalProperties: convertRest(shape, names) };
  }
}

function namedObject(shape: ObjectShape, names: NamesOfShapes): ModelinaSchema {
  const fields = shape.properties.map(
    (property) => [propertyMark + property.name, toModelinaSchema(property.shape, names)] as const,
  );
  return {
    $id: names.nameOfObject(shape),
    type: "object",
    properties: Object.fromEntries(fields),
    required: shape.properties
      .filter(({ required }) => required)
      .map(({ name }) => propertyMark + name),
    additionalProperties: convertRest(shape, names),
  };
}

function convertRest(shape: ObjectShape, names: NamesOfShapes): unknown {
  const [rest, ...others] = restShapes(shape);
  if (rest === undefined) return shape.rest === "open" || shape.patterns !== undefined;
  const first = toModelinaSchema(rest, names);
  if (others.length === 0) return first;
  return {
    $id: names.freshName(),
    anyOf: [first, ...others.map((other) => toModelinaSchema(other, names))],
  };
}

function literalSchema(values: readonly Scalar[]): ModelinaSchema {
  return values.length === 1 && values[0] === null ? { type: "null" } : { enum: values };
}
