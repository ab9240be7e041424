// The component schemas that payloads lead to.
import type { Diagnostic } from "../diagnostic.ts";
import type { ContractModel } from "../model/contract-model.ts";
import { buildShape } from "../shape/build-shape.ts";
import type { Shape } from "../shape/shape.ts";
import { referencesOf } from "./cycles.ts";

/** Shapes by the id of their schema, each built once however many lead to it. */
export function reachedShapes(
  roots: readonly Shape[],
  model: ContractModel,
  diagnostics: Diagnostic[],
): ReadonlyMap<string, Shape> {
  const shapes = new Map<string, Shape>();
  const pending = roots.flatMap(referencesOf);
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    const schema = model.schemas.get(id);
    if (schema === undefined || shapes.has(id)) continue;
    const site = { model, origin: schema.origin, pointer: "", diagnostics, inside: [id] };
    const shape = buildShape(schema.schema, site) ?? { kind: "unknown" };
    shapes.set(id, shape);
    pending.push(...referencesOf(shape));
  }
  return shapes;
}
