// `{ a, b }` of imports and exports.
import { choice, type Doc, group, indent, join, line } from "./doc.ts";

export function bracedNames(names: readonly string[]): Doc {
  // one name alone is never broken
  if (names.length === 1) return `{ ${names[0]} }`;
  return group(["{", indent([line, join(names, [",", line])]), choice(",", ""), line, "}"]);
}
