// Fields that were renamed: the same schema under a near name.
import { nearestName } from "@lockstep/runtime";
import type { Field } from "./branch.ts";
import { areSameWithin } from "./same.ts";
import type { BranchPair, Session } from "./session.ts";

export function findRenames(
  session: Session,
  { before, after }: BranchPair,
  { removed, added }: { readonly removed: readonly string[]; readonly added: readonly string[] },
): ReadonlyMap<string, string> {
  const renames = new Map<string, string>();
  const free = new Set(added);
  for (const from of removed) {
    const field = before.fields.properties.get(from) as Field;
    const candidates = [...free].filter((to) => {
      const other = after.fields.properties.get(to) as Field;
      return (
        other.required === field.required &&
        areNear(from, to) &&
        areSameWithin(session, { before: field.node, after: other.node })
      );
    });
    const to = candidates.length > 1 ? nearestName(from, candidates) : candidates[0];
    if (to === undefined) continue;
    renames.set(from, to);
    free.delete(to);
  }
  return renames;
}

/** Whether one may be meant for the other, whichever is the longer. */
export function areNear(one: string, two: string): boolean {
  return nearestName(one, [two]) !== undefined || nearestName(two, [one]) !== undefined;
}
