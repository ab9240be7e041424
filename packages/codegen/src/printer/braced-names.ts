// `{ a, b }` of imports and exports.
import { choice, type Doc, group, indent, join, line } from "./doc.ts";

export function bracedNames(names: readonly string[]): Doc {
  return group(["{", indent([line, join(names, [",", line])]), choice(",", ""), line, "}"]);
}
