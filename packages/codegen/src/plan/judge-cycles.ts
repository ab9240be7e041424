// Schemas that mean nothing but themselves.
import type { Diagnostic } from "../diagnostic.ts";
import { type Condition, type Shape, shapesOf } from "../shape/shape.ts";
import type { ComponentPlan } from "./plan.ts";

/** An error for each component that leads back to itself without an object or a list between. */
export function judgeCycles(components: readonly ComponentPlan[]): readonly Diagnostic[] {
  const shapes = new Map(components.map(({ id, shape }) => [id, shape]));
  return components
    .filter(({ id, shape }) => reaches(shape, id, shapes, new Set()))
    .map(({ typeName, origin }) => ({
      severity: "error",
      code: "endless-schema",
      message: `schema ${typeName}: refers to itself without an object or a list between; no value can be judged by it`,
      ...origin,
    }));
}

function reaches(
  shape: Shape,
  goal: string,
  shapes: ReadonlyMap<string, Shape>,
  seen: Set<string>,
): boolean {
  if (shape.kind === "union") {
    return shape.members.some((member) => reaches(member, goal, shapes, seen));
  }
  if (shape.kind === "refined") {
    const parts = [shape.base, ...shape.conditions.filter(isInPlace).flatMap(shapesOf)];
    return parts.some((part) => reaches(part, goal, shapes, seen));
  }
  if (shape.kind !== "reference") return false;
  if (shape.id === goal) return true;
  const next = seen.has(shape.id) ? undefined : shapes.get(shape.id);
  seen.add(shape.id);
  return next !== undefined && reaches(next, goal, shapes, seen);
}

/** Whether the condition judges the value itself, not a part of it. */
function isInPlace({ kind }: Condition): boolean {
  return kind !== "contains" && kind !== "fieldNames";
}
