// Everything that two nodes say of one JSON type.
import type { Branch, JsonType } from "./branch.ts";
import { compareFields } from "./compare-fields.ts";
import { compareItems } from "./compare-items.ts";
import { compareLimits } from "./compare-limits.ts";
import { compareListed } from "./compare-listed.ts";
import { compareOpaque } from "./compare-opaque.ts";
import { foreignOf } from "./foreign.ts";
import { matchBranches } from "./match-branches.ts";
import type { BranchPair, Session } from "./session.ts";

export interface BranchLists {
  readonly before: readonly Branch[];
  readonly after: readonly Branch[];
  readonly path: string;
  readonly type: JsonType;
}

export function compareBranches(session: Session, lists: BranchLists): void {
  const { path, type } = lists;
  const { before, after } = compareListed(session, lists);
  if (before.length === 0 || after.length === 0) return;
  const { pairs, added, removed } = matchBranches(session, { before, after, path, type });
  for (const pair of pairs) {
    const foreign = {
      before: foreignOf(pair.before, lists.before, session.readBefore),
      after: foreignOf(pair.after, lists.after, session.readAfter),
    };
    compareBranch(session, { ...pair, path, foreign });
  }
  for (const one of added) {
    const place = { after: [one.by] as const };
    const detail = `${nameOf(one)} was added to the union`;
    session.found({ rule: "payload-union-member-added", path, detail, ...place });
  }
  for (const one of removed) {
    const place = { before: [one.by] as const };
    const detail = `${nameOf(one)} was removed from the union`;
    session.found({ rule: "payload-union-member-removed", path, detail, ...place });
  }
}

function compareBranch(session: Session, pair: BranchPair): void {
  compareLimits(session, pair);
  if (pair.before.type === "object") compareFields(session, pair);
  if (pair.before.type === "array") compareItems(session, pair);
  compareOpaque(session, pair);
}

/** `"RoomBooked"`, or the type where the member has no name. */
function nameOf({ by, type }: Branch): string {
  const name = typeof by.schema === "object" ? by.schema.title : undefined;
  if (typeof name === "string") return JSON.stringify(name);
  const key = by.pointer === "" ? /\/([^/]+)$/.exec(by.origin.pointer)?.[1] : undefined;
  return key === undefined ? `a member of type ${type}` : JSON.stringify(key);
}
