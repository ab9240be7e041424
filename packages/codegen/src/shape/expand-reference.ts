// The shape behind a reference, for what is merged into it.
import type { buildShape } from "./build-shape.ts";
import type { Shape } from "./shape.ts";
import type { Site } from "./shape-reader.ts";

/** References that are read within one; a schema that multiplies itself stays in proportion to its size. */
const countAtMost = 24;

/** `undefined` where the schema contains itself, too many have been read, or it is refused where it is written. */
export function expandReference(
  id: string,
  site: Site,
  build: typeof buildShape,
): { readonly shape: Shape; readonly site: Site } | undefined {
  const target = site.model.schemas.get(id);
  const expanded = site.expanded ?? { count: 0 };
  if (target === undefined || site.inside.includes(id) || expanded.count >= countAtMost)
    return undefined;
  expanded.count += 1;
  const inside = [...site.inside, id];
  const within: Site = { ...site, inside, expanded };
  const silent: Site = { ...within, origin: target.origin, pointer: "", diagnostics: [] };
  const shape = build(target.schema, silent);
  return shape && { shape, site: within };
}
