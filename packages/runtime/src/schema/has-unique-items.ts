// Whether no two items of a list are the same JSON value.

/** Two items are the same when they are equal as JSON; the order of an object's fields plays no part. */
export function hasUniqueItems(items: readonly unknown[]): boolean {
  return new Set(items.map((item) => JSON.stringify(item, sortFields))).size === items.length;
}

function sortFields(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  // within an object again, or it could not be told from a list of lists
  return { "": fields.sort(([a], [b]) => (a < b ? -1 : 1)) };
}
