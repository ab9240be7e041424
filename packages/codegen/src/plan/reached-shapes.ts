// The component schemas that payloads lead to.
import type { ContractModel } from "../model/contract-model.ts";
import type { Shape } from "../shape/shape.ts";
import { referencesOf } from "./cycles.ts";
import type { ReadSchema, ReadSchemaResult } from "./read-schema.ts";

/** What the schemas say, by id, each read once however many lead to it. */
export function reachedShapes(
  roots: readonly Shape[],
  model: ContractModel,
  readSchema: ReadSchema,
): ReadonlyMap<string, ReadSchemaResult> {
  const reached = new Map<string, ReadSchemaResult>();
  const pending = roots.flatMap(referencesOf);
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    const schema = model.schemas.get(id);
    if (schema === undefined || reached.has(id)) continue;
    const read = readSchema(schema);
    reached.set(id, read);
    pending.push(...referencesOf(read.shape));
  }
  return reached;
}
