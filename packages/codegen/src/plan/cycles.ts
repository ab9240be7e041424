// Which schemas lead back to themselves.
import { type Shape, shapesOf } from "../shape/shape.ts";

/** For each id, the ids on a way from it back to it. */
export function cyclesOf(
  shapes: ReadonlyMap<string, Shape>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const reachable = new Map<string, ReadonlySet<string>>();
  for (const id of shapes.keys()) reachable.set(id, reach(id, shapes));
  const cycles = new Map<string, ReadonlySet<string>>();
  for (const [id, ids] of reachable) {
    cycles.set(id, new Set([...ids].filter((other) => reachable.get(other)?.has(id))));
  }
  return cycles;
}

function reach(from: string, shapes: ReadonlyMap<string, Shape>): ReadonlySet<string> {
  const found = new Set<string>();
  const pending = [from];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    const shape = shapes.get(id);
    for (const next of shape === undefined ? [] : referencesOf(shape)) {
      if (!found.has(next)) pending.push(next);
      found.add(next);
    }
  }
  return found;
}

/** Ids that a shape refers to, itself or anywhere inside. */
export function referencesOf(shape: Shape): readonly string[] {
  return shape.kind === "reference" ? [shape.id] : childrenOf(shape).flatMap(referencesOf);
}

/** The shapes directly inside a shape. */
export function childrenOf(shape: Shape): readonly Shape[] {
  switch (shape.kind) {
    case "array":
      return [shape.item];
    case "tuple":
      return shape.rest ? [...shape.items, shape.rest] : shape.items;
    case "union":
      return shape.members;
    case "object": {
      const rest = typeof shape.rest === "string" ? [] : [shape.rest];
      const fields = [...shape.properties, ...(shape.patterns ?? [])];
      return [...fields.map((field) => field.shape), ...rest];
    }
    case "refined":
      return [shape.base, ...shape.conditions.flatMap(shapesOf)];
    default:
      return [];
  }
}
