// Shapes as zod schemas.
import { type Doc, hardLine, indent } from "../printer/doc.ts";
import { array, block, call, callWithFunction, chain, property } from "../printer/expression.ts";
import { literal, numberLiteral, propertyKey, stringLiteral } from "../printer/literal.ts";
import { formatFunctions } from "../shape/formats.ts";
import {
  type ListRules,
  type NumberRules,
  type ObjectShape,
  type PatternShape,
  type PropertyShape,
  type Scalar,
  type Shape,
  shapesOf,
  type TextRules,
  type UnionShape,
} from "../shape/shape.ts";
import { discriminatorOf } from "./discriminator.ts";
import { checkSymbol, z } from "./modules.ts";
import { printRefined } from "./print-refined.ts";

export interface ZodNames {
  /** The schema of a component, as this file names it. */
  readonly schemaOf: (id: string) => Doc;
  /** Whether a component leads back to this file, so that its schema may not be there yet. */
  readonly isLazy: (id: string) => boolean;
  readonly shapeOf: (id: string) => Shape | undefined;
}

/** One expression that judges exactly what the shape says. */
export function printZod(shape: Shape, names: ZodNames): Doc {
  switch (shape.kind) {
    case "unknown":
    case "never":
    case "null":
    case "boolean":
      return zod(shape.kind);
    case "string":
      return shape.known
        ? check("openEnum", array(shape.known.map(stringLiteral)))
        : withChecks("string", [], textChecks(shape.rules));
    case "number":
      return withChecks("number", [], numberChecks(shape.rules));
    case "literals":
      return printLiterals(shape.values);
    case "array":
      return printList("array", [printZod(shape.item, names)], shape.rules);
    case "tuple": {
      const items = array(
        shape.items.map((item, index) =>
          index < shape.required ? printPlace(item, names) : zod("optional", printZod(item, names)),
        ),
      );
      const rest = shape.rest ? [printZod(shape.rest, names)] : [];
      return printList("tuple", [items, ...rest], shape.rules);
    }
    case "object":
      return printObject(shape, names);
    case "union":
      return printUnion(shape, names);
    case "refined":
      return printRefined(shape, (inner) => printZod(inner, names));
    case "reference": {
      const schema = names.schemaOf(shape.id);
      return names.isLazy(shape.id) ? callWithFunction([z, ".lazy"], schema) : schema;
    }
  }
}

function zod(method: string, ...args: readonly Doc[]): Doc {
  return call([z, ".", method], args);
}

function withChecks(method: string, args: readonly Doc[], checks: readonly Doc[]): Doc {
  if (checks.length === 0) return zod(method, ...args);
  return chain(z, [
    [method, args],
    ["check", checks],
  ]);
}

function textChecks(rules: TextRules): readonly Doc[] {
  return [
    ...(rules.minLength === undefined ? [] : [check("minCharacters", String(rules.minLength))]),
    ...(rules.maxLength === undefined ? [] : [check("maxCharacters", String(rules.maxLength))]),
    ...rules.patterns.map((pattern) => check("pattern", stringLiteral(pattern))),
    ...rules.formats.map((format) => check(formatFunctions.get(format) ?? format)),
  ];
}

function numberChecks(rules: NumberRules): readonly Doc[] {
  const bound = (method: string, value: number | undefined): readonly Doc[] =>
    value === undefined ? [] : [zod(method, numberLiteral(value))];
  return [
    ...(rules.integer ? [check("integer")] : []),
    ...bound("gte", rules.minimum),
    ...bound("gt", rules.exclusiveMinimum),
    ...bound("lte", rules.maximum),
    ...bound("lt", rules.exclusiveMaximum),
    ...rules.multiplesOf.map((value) => check("multipleOf", numberLiteral(value))),
  ];
}

/** Zod lets a place be left out where `undefined` would do; JSON Schema does not. */
function printPlace(item: Shape, names: ZodNames): Doc {
  const printed = printZod(item, names);
  return admitsAnything(item, names) ? zod("nonoptional", printed) : printed;
}

function admitsAnything(shape: Shape, names: ZodNames): boolean {
  if (shape.kind === "union") return shape.members.some((member) => admitsAnything(member, names));
  // a reference that leads to another one is taken for open, which costs one check
  if (shape.kind === "reference") return !closedKinds.has(names.shapeOf(shape.id)?.kind ?? "");
  return shape.kind === "unknown" || shape.kind === "refined";
}

const closedKinds: ReadonlySet<string> = new Set([
  "object",
  "string",
  "number",
  "boolean",
  "null",
  "literals",
  "array",
  "tuple",
]);

function printList(method: string, args: readonly Doc[], rules: ListRules): Doc {
  const list = withChecks(method, args, listChecks(rules));
  return rules.uniqueItems ? check("uniqueItems", list) : list;
}

function listChecks(rules: ListRules): readonly Doc[] {
  return [
    ...(rules.minItems === undefined ? [] : [zod("minLength", String(rules.minItems))]),
    ...(rules.maxItems === undefined ? [] : [zod("maxLength", String(rules.maxItems))]),
  ];
}

function check(name: string, ...args: readonly Doc[]): Doc {
  return call(checkSymbol(name), args);
}

function printLiterals(values: readonly Scalar[]): Doc {
  const [first = null] = values;
  if (values.length === 1) return first === null ? zod("null") : zod("literal", literal(first));
  const method = values.every((value) => typeof value === "string") ? "enum" : "literal";
  return zod(method, array(values.map(literal)));
}

function printObject(shape: ObjectShape, names: ZodNames): Doc {
  const { properties, patterns, rest } = shape;
  if (patterns !== undefined) return printPatterns(shape, patterns, names);
  if (properties.length === 0 && typeof rest !== "string")
    return check("record", printZod(rest, names));
  // zod would take what every object inherits for a field of the value
  const inherits = properties.some(({ name }) => name in Object.prototype);
  const object = printFields(shape, names);
  return inherits ? check("ownFields", object) : object;
}

/** Every field that a pattern may speak of is judged as it came, so zod judges the declared ones alone. */
function printPatterns(
  { properties, rest }: ObjectShape,
  patterns: readonly PatternShape[],
  names: ZodNames,
): Doc {
  const declared = zod("object", block(properties.map((property) => printField(property, names))));
  const named = patterns.map(({ pattern, shape }) => property(pattern, printZod(shape, names)));
  const args = [declared, block(named)];
  if (rest === "unsaid") return check("patternFields", ...args);
  if (rest === "open") return check("patternFields", ...args, zod("unknown"));
  if (rest === "closed") return check("patternFields", ...args, stringLiteral("closed"));
  return check("patternFields", ...args, printZod(rest, names));
}

function printFields({ properties, rest }: ObjectShape, names: ZodNames): Doc {
  const fields = block(properties.map((property) => printField(property, names)));
  if (rest === "closed") return zod("strictObject", fields);
  if (rest === "open") return zod("looseObject", fields);
  const object = zod("object", fields);
  return rest === "unsaid"
    ? object
    : call(checkSymbol("catchall"), [object, printZod(rest, names)]);
}

/** A field that leads back to this file is a getter: it is read when the schema is first used. */
function printField({ name, shape, required, undeclared }: PropertyShape, names: ZodNames): Doc {
  if (undeclared && shape.kind === "unknown") return property(name, check("undeclared"));
  const leadsBack = reaches(shape, names.isLazy);
  const inner = printZod(shape, leadsBack ? { ...names, isLazy: () => false } : names);
  const value = required ? inner : zod("optional", inner);
  if (!leadsBack) return property(name, value);
  const body = indent([hardLine, "return ", value, ";"]);
  return ["get ", propertyKey(name), "() {", body, hardLine, "}"];
}

function reaches(shape: Shape, isLazy: ZodNames["isLazy"]): boolean {
  switch (shape.kind) {
    case "reference":
      return isLazy(shape.id);
    case "array":
      return reaches(shape.item, isLazy);
    case "tuple":
      return [...shape.items, ...(shape.rest ? [shape.rest] : [])].some((item) =>
        reaches(item, isLazy),
      );
    case "union":
      return shape.members.some((member) => reaches(member, isLazy));
    case "object":
      // its fields have getters of their own
      return [...(shape.patterns ?? []).map((named) => named.shape), shape.rest].some(
        (part) => typeof part !== "string" && reaches(part, isLazy),
      );
    case "refined":
      return [shape.base, ...shape.conditions.flatMap(shapesOf)].some((part) =>
        reaches(part, isLazy),
      );
    default:
      return false;
  }
}

function printUnion(shape: UnionShape, names: ZodNames): Doc {
  const discriminator = discriminatorOf(shape.members, names.shapeOf);
  const isExclusive = shape.exclusive && discriminator === undefined;
  const others = shape.members.filter((member) => member.kind !== "null");
  const [only] = others;
  if (only !== undefined && others.length === 1 && shape.members.length === 2 && !isExclusive)
    return zod("nullable", printZod(only, names));
  const members = array(shape.members.map((member) => printZod(member, names)));
  if (discriminator?.kind === "field")
    return zod("discriminatedUnion", stringLiteral(discriminator.name), members);
  return zod(isExclusive ? "xor" : "union", members);
}
