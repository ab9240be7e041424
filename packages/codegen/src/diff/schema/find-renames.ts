// Fields that were renamed: the same schema under a near name.
import { createNearNames } from "../near-names.ts";
import type { Field } from "./branch.ts";
import { areSameWithin } from "./same.ts";
import type { BranchPair, NodePair, Session } from "./session.ts";
import { deprecationOf } from "./words.ts";

export function findRenames(
  session: Session,
  { before, after }: BranchPair,
  { removed, added }: { readonly removed: readonly string[]; readonly added: readonly string[] },
): ReadonlyMap<string, string> {
  const renames = new Map<string, string>();
  if (removed.length === 0 || added.length === 0) return renames;
  const nearNames = createNearNames(removed.length, added);
  const taken = new Set<string>();
  for (const from of removed) {
    const field = before.fields.properties.get(from) as Field;
    const to = nearNames(from).find((name) => {
      const other = after.fields.properties.get(name) as Field;
      return (
        !taken.has(name) &&
        other.required === field.required &&
        !givesWay(session, { before: field.node, after: other.node }) &&
        areSameWithin(session, { before: field.node, after: other.node })
      );
    });
    if (to === undefined) continue;
    renames.set(from, to);
    taken.add(to);
  }
  return renames;
}

/** Whether a deprecated field goes and another carries on: a removal, whose sunset counts. */
function givesWay(
  { comparison }: Session,
  { before, after }: Pick<NodePair, "before" | "after">,
): boolean {
  return (
    deprecationOf(before, comparison.before) !== undefined &&
    deprecationOf(after, comparison.after) === undefined
  );
}
