// Component schemas that no channel reaches.
import type { Part } from "../load/resolve-place.ts";
import { buildSchema } from "./build-schema.ts";
import { childBehind, entriesOf, idOf, type ModelContext } from "./model-context.ts";

/** Judges them as schemas, since they are part of the document; they do not become part of the model. */
export function checkUnusedSchemas(context: ModelContext, root: Part): void {
  const components = childBehind(context, root, "components");
  const schemas = components && childBehind(context, components, "schemas");
  const scratch: ModelContext = { ...context, diagnostics: [], schemas: new Map(context.schemas) };
  for (const [, part] of entriesOf(schemas)) {
    if (!scratch.schemas.has(idOf(part))) buildSchema(scratch, part);
  }
  // another format does no harm where nothing is made of it
  const faults = scratch.diagnostics.filter(({ code }) => code !== "schema-format-unsupported");
  context.diagnostics.push(...faults);
}
