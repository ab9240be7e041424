// The shape behind a reference, for what is merged into it.
import type { buildShape } from "./build-shape.ts";
import type { Shape } from "./shape.ts";
import type { Site } from "./shape-reader.ts";

/** References that are followed within each other; a schema that multiplies itself stays one. */
const depthAtMost = 6;

/** `undefined` where the schema contains itself, lies too deep, or is refused where it is written. */
export function expandReference(
  id: string,
  site: Site,
  build: typeof buildShape,
): { readonly shape: Shape; readonly site: Site } | undefined {
  const target = site.model.schemas.get(id);
  if (target === undefined || site.inside.includes(id) || site.inside.length > depthAtMost)
    return undefined;
  const inside = [...site.inside, id];
  const silent: Site = { ...site, origin: target.origin, pointer: "", inside, diagnostics: [] };
  const shape = build(target.schema, silent);
  return shape && { shape, site: { ...site, inside } };
}
