// Which member of a union became which: by a discriminator, then by what they say, never by their order.
import type { Branch, Reading } from "./branch.ts";
import type { BranchLists } from "./compare-branches.ts";
import type { Node } from "./located.ts";
import { textOf } from "./read-literals.ts";
import { areSameBranches } from "./same.ts";
import type { Session } from "./session.ts";

export interface BranchMatch {
  readonly pairs: readonly { readonly before: Branch; readonly after: Branch }[];
  readonly added: readonly Branch[];
  readonly removed: readonly Branch[];
}

export function matchBranches(session: Session, lists: BranchLists): BranchMatch {
  const { path, type } = lists;
  const pairs: { before: Branch; after: Branch }[] = [];
  let before = [...lists.before];
  let after = [...lists.after];
  const match = (isPair: (one: Branch, two: Branch) => boolean): void => {
    for (const one of before) {
      const two = after.find((other) => isPair(one, other));
      if (two === undefined) continue;
      pairs.push({ before: one, after: two });
      after = after.filter((other) => other !== two);
    }
    const matched = new Set(pairs.map((pair) => pair.before));
    before = before.filter((one) => !matched.has(one));
  };
  if (before.length > 1 || after.length > 1) {
    const older = tagsOf(before, session.readBefore);
    const newer = tagsOf(after, session.readAfter);
    match((one, two) => older.has(one) && older.get(one) === newer.get(two));
    // members that are told apart by their tags are not each other
    const isTagged = (one: Branch): boolean => older.has(one) || newer.has(one);
    match(
      (one, two) =>
        !(isTagged(one) && isTagged(two)) &&
        areSameBranches(session, { before: one, after: two, path, type }),
    );
    match((one, two) => !(isTagged(one) && isTagged(two)) && areAlike(one, two));
  }
  const [one] = before;
  const [two] = after;
  const isLast = lists.before.length === 1 && lists.after.length === 1;
  if (isLast && one && two) return { pairs: [{ before: one, after: two }], added: [], removed: [] };
  return { pairs, added: after, removed: before };
}

/** What tells the members apart: a field that has one value, or values of its own, in each of them. */
function tagsOf(
  branches: readonly Branch[],
  read: (node: Node) => Reading,
): ReadonlyMap<Branch, string> {
  const [first] = branches;
  for (const name of first?.fields.properties.keys() ?? []) {
    const tags = branches.map((branch) => tagOf(branch, name, read));
    if (tags.includes(undefined) || new Set(tags).size !== tags.length) continue;
    return new Map(branches.map((branch, index) => [branch, tags[index] ?? ""]));
  }
  return new Map();
}

function tagOf(
  { fields }: Branch,
  name: string,
  read: (node: Node) => Reading,
): string | undefined {
  const field = fields.properties.get(name);
  const branches = field?.required ? read(field.node).branches : [];
  const [only] = branches;
  if (only?.literals === undefined || branches.length !== 1) return undefined;
  return `${name}=${only.literals.map(textOf).sort().join("|")}`;
}

/** Whether at least half of the fields have the same names. */
function areAlike(one: Branch, two: Branch): boolean {
  const names = [...one.fields.properties.keys()];
  const shared = names.filter((name) => two.fields.properties.has(name)).length;
  return shared > 0 && shared * 2 >= Math.max(names.length, two.fields.properties.size);
}
