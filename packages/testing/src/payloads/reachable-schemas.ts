// Which schemas of a contract a schema leads to, itself included.
import type { SchemaModel } from "@lockstep/codegen/contract";

/** Creates a function that answers the ids that an id leads to; each is found once. */
export function createReachable(
  schemas: ReadonlyMap<string, SchemaModel>,
): (id: string) => ReadonlySet<string> {
  const found = new Map<string, ReadonlySet<string>>();
  return (id) => {
    const known = found.get(id);
    if (known) return known;
    const reached = new Set([id]);
    // a set may grow while it is walked
    for (const one of reached)
      for (const next of referencesIn(schemas.get(one)?.schema)) reached.add(next);
    found.set(id, reached);
    return reached;
  };
}

function referencesIn(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === "$ref" && typeof part === "string" ? [part] : referencesIn(part),
  );
}
