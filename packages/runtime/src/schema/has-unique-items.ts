// Whether two values are the same JSON.

/** Two items are the same when they are equal as JSON; the order of an object's fields plays no part. */
export function hasUniqueItems(items: readonly unknown[]): boolean {
  return new Set(items.map(canonicalText)).size === items.length;
}

/** A text that two values share when they are equal as JSON, and only then. */
export function canonicalText(value: unknown): string | undefined {
  return JSON.stringify(value, sortFields);
}

function sortFields(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  // within an object again, or it could not be told from a list of lists
  return { "": fields.sort(([a], [b]) => (a < b ? -1 : 1)) };
}
