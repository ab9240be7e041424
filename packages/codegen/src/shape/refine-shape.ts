// A shape with conditions, in the simplest form that says the same.
import type { buildShape } from "./build-shape.ts";
import { expandReference } from "./expand-reference.ts";
import { mergeShapes } from "./merge-shapes.ts";
import { baseOf, type Condition, conditionsOf, type Shape, type SpokenType } from "./shape.ts";
import type { Site } from "./shape-reader.ts";
import { unionShape } from "./union-shape.ts";

/** A condition on values of one type is merged into a shape of that type, and left out with a shape of another one. */
export function refineShape(
  shape: Shape,
  conditions: readonly Condition[],
  site: Site,
  build: typeof buildShape,
): Shape {
  let base = baseOf(shape);
  const kept = [...conditionsOf(shape)];
  for (const condition of conditions) {
    const settled = settle(base, condition, site, build);
    if (settled === undefined) kept.push(condition);
    else {
      base = baseOf(settled);
      kept.push(...conditionsOf(settled));
    }
  }
  if (base.kind === "never" || kept.length === 0) return base;
  return { kind: "refined", base, conditions: kept };
}

/** The base with the condition in it; `undefined` where the condition has to stand beside it. */
function settle(
  base: Shape,
  condition: Condition,
  site: Site,
  build: typeof buildShape,
): Shape | undefined {
  if (condition.kind !== "whenType") return undefined;
  if (base.kind === "union" && base.members.length <= membersAtMost) {
    const members = base.members.map((member) => settleMember(member, condition, site, build));
    return members.includes(undefined) ? undefined : unionShape(members as Shape[], base.exclusive);
  }
  const inner = base.kind === "reference" ? expandReference(base.id, site, build) : undefined;
  const type = jsonTypeOf(inner?.shape ?? base);
  if (type === undefined) return undefined;
  if (type !== condition.type) return base;
  return mergeShapes(inner?.shape ?? base, condition.shape, inner?.site ?? site, build);
}

function settleMember(
  member: Shape,
  condition: Condition,
  site: Site,
  build: typeof buildShape,
): Shape | undefined {
  const settled = settle(baseOf(member), condition, site, build);
  return settled && refineShape(settled, conditionsOf(member), site, build);
}

/** Unions of more members are not multiplied out. */
export const membersAtMost = 16;

/** The JSON type of every value of a shape, where it is one. */
export function jsonTypeOf(shape: Shape): SpokenType | "boolean" | "null" | undefined {
  switch (shape.kind) {
    case "refined":
      return jsonTypeOf(shape.base);
    case "tuple":
      return "array";
    case "literals": {
      const types = new Set(shape.values.map((value) => (value === null ? "null" : typeof value)));
      const [only] = types;
      return types.size === 1 ? (only as SpokenType | "boolean" | "null") : undefined;
    }
    case "array":
    case "boolean":
    case "null":
    case "number":
    case "object":
    case "string":
      return shape.kind;
    default:
      return undefined;
  }
}
