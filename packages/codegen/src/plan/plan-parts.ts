// Names of the objects inside a payload: each with declared fields gets an interface of its own.
import { baseOf, type ObjectShape, type Shape } from "../shape/shape.ts";
import { nameArms } from "./arm-names.ts";
import { pascalName, takeName } from "./names.ts";
import type { PartPlan } from "./plan.ts";

/**
 * The owner's name and the way to the object: `OrderShipped` and `carrier` give `OrderShippedCarrier`, items of a list
 * `Item`, members of a union what tells them apart. The owner itself is not a part. What is taken gets a number from 2.
 */
export function planParts(owner: string, shape: Shape, taken: Set<string>): readonly PartPlan[] {
  const parts: PartPlan[] = [];
  const visit = (nameOf: () => string, refined: Shape, isOwner: boolean): void => {
    const inner = baseOf(refined);
    let own = nameOf;
    // two options of a union may hold the same object
    if (parts.some((part) => part.shape === inner)) return;
    if (isNamed(inner) && !isOwner) {
      const typeName = takeName(taken, nameOf());
      own = () => typeName;
      parts.push({ typeName, shape: inner });
    }
    for (const [step, child] of stepsOf(inner, isOwner)) visit(() => own() + step(), child, false);
  };
  visit(() => owner, shape, true);
  return parts;
}

/** An object without declared fields is a map, which needs no name. */
export function isNamed(shape: Shape): shape is ObjectShape {
  return shape.kind === "object" && shape.properties.length > 0;
}

/** What an index signature speaks of besides the declared fields; nothing where it may be anything. */
export function restShapes({ rest, patterns = [] }: ObjectShape): readonly Shape[] {
  const named = patterns.map(({ shape }) => shape);
  if (rest === "closed") return named;
  return typeof rest === "string" ? [] : [...named, rest];
}

/** What each child's name has behind that of its owner; most children have none, so it is asked for. */
function stepsOf(shape: Shape, isOwner: boolean): readonly (readonly [() => string, Shape])[] {
  switch (shape.kind) {
    case "array":
      return [[() => "Item", shape.item]];
    case "tuple": {
      const items = shape.items.map((item, index) => [() => `Item${index + 1}`, item] as const);
      return shape.rest ? [...items, [() => "Rest", shape.rest] as const] : items;
    }
    case "union":
      return nameArms(shape, isOwner).map(([step, arm]) => [() => step, arm] as const);
    case "object": {
      const fields = shape.properties.map(
        ({ name, shape: field }) => [() => pascalName(name) || "Field", field] as const,
      );
      return [...fields, ...restShapes(shape).map((rest) => [() => "Value", rest] as const)];
    }
    default:
      return [];
  }
}
