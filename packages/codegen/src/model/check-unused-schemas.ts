// Component schemas that no channel reaches.
import type { Part } from "../load/resolve-place.ts";
import { buildReached } from "./build-schema.ts";
import { unwrapSchema } from "./find-schema.ts";
import { childBehind, entriesOf, idOf, type ModelContext } from "./model-context.ts";

/** Judges them as schemas, since they are part of the document; they do not become part of the model. */
export function checkUnusedSchemas(context: ModelContext, root: Part): void {
  const components = childBehind(context, root, "components");
  const schemas = components && childBehind(context, components, "schemas");
  const scratch: ModelContext = {
    ...context,
    diagnostics: [],
    reached: new Map(),
    schemas: new Map(context.schemas),
  };
  for (const [, written] of entriesOf(schemas)) {
    const part = unwrapSchema(scratch, written);
    if (part !== undefined) scratch.reached.set(idOf(part), part);
  }
  buildReached(scratch);
  // another format does no harm where nothing is made of it
  const faults = scratch.diagnostics.filter(({ code }) => code !== "schema-format-unsupported");
  context.diagnostics.push(...faults);
}
