// What a value must keep, in words.
import { constraintsOf } from "../shape/notes.ts";
import {
  baseOf,
  type Condition,
  conditionsOf,
  type ListRules,
  type Shape,
} from "../shape/shape.ts";
import type { FindComponent } from "./describe-type.ts";

/** The constraints on the value itself, not on its parts; the same words as in generated comments. */
export function describeRules(shape: Shape, find: FindComponent): readonly string[] {
  const conditions = conditionsOf(shape).flatMap(describeCondition);
  return [...new Set([...describeBase(baseOf(shape), find), ...conditions])];
}

function describeBase(shape: Shape, find: FindComponent): readonly string[] {
  switch (shape.kind) {
    case "string": {
      const { minLength, maxLength, patterns, formats } = shape.rules;
      return [
        ...formats.flatMap((format) => constraintsOf({ format })),
        ...constraintsOf(given({ minLength, maxLength })),
        ...patterns.flatMap((pattern) => constraintsOf({ pattern })),
      ];
    }
    case "number": {
      const { integer: _, multiplesOf, ...limits } = shape.rules;
      const multiples = multiplesOf.flatMap((multipleOf) => constraintsOf({ multipleOf }));
      return [...constraintsOf(given(limits)), ...multiples];
    }
    case "array":
      return [...describeList(shape.rules), ...describeItems(shape.item, find)];
    case "tuple":
      return describeList(shape.rules);
    case "object":
      return shape.rest === "closed" && shape.properties.length > 0 ? ["no other fields"] : [];
    case "reference": {
      const target = find(shape.id)?.shape;
      return target === undefined || target.kind === "reference" ? [] : describeRules(target, find);
    }
    case "union": {
      const [only, ...others] = shape.members.filter(({ kind }) => kind !== "null");
      return only === undefined || others.length > 0 ? [] : describeRules(only, find);
    }
    default:
      return [];
  }
}

function describeList(rules: ListRules): readonly string[] {
  const { minItems, maxItems, uniqueItems } = rules;
  return constraintsOf(given({ minItems, maxItems, uniqueItems }));
}

function describeItems(item: Shape, find: FindComponent): readonly string[] {
  const kind = baseOf(item).kind;
  const isPlain = kind === "string" || kind === "number" || kind === "reference";
  return isPlain ? describeRules(item, find).map((rule) => `each ${rule}`) : [];
}

function describeCondition(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case "minFields":
      return constraintsOf({ minProperties: condition.count });
    case "maxFields":
      return constraintsOf({ maxProperties: condition.count });
    case "requires":
      return [`with "${condition.name}" also ${condition.others.map(quoted).join(", ")}`];
    case "equalTo":
      return [`one of ${condition.values.map((value) => JSON.stringify(value)).join(", ")}`];
    default:
      // has parts of its own
      return [];
  }
}

function quoted(name: string): string {
  return `"${name}"`;
}

function given(rules: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(rules).filter(([, value]) => value !== undefined));
}
