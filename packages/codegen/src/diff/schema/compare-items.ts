// The items of two lists, place by place.
import type { Items } from "./branch.ts";
import { compareNodes } from "./compare-node.ts";
import type { Node } from "./located.ts";
import type { BranchPair, Session } from "./session.ts";

export function compareItems(session: Session, { before, after, path }: BranchPair): void {
  const older = before.items;
  const newer = after.items;
  const count = Math.max(older.places.length, newer.places.length);
  for (let index = 0; index < count; index += 1) {
    const pair = { before: itemAt(older, index), after: itemAt(newer, index) };
    compareParts(session, { ...pair, path: `${path}[${index}]` });
  }
  compareParts(session, { before: older.rest, after: newer.rest, path: `${path}[]` });

  function compareParts(own: Session, pair: Parameters<typeof compareNodes>[1]): void {
    // where one side says nothing, the finding stands at the list
    const missing = pair.before.length === 0 || pair.after.length === 0;
    if (pair.before.length === 0 && pair.after.length === 0) return;
    compareNodes(missing ? withPlaces(own, before.by, after.by) : own, pair);
  }
}

function itemAt({ places, rest }: Items, index: number): Node {
  return places[index] ?? rest;
}

/** Findings without a place on one side get that of what is around them. */
export function withPlaces(
  session: Session,
  before: NonNullable<Node[number]>,
  after: NonNullable<Node[number]>,
): Session {
  return {
    ...session,
    found: (finding) =>
      session.found({
        ...finding,
        before: finding.before ?? [before],
        // what is gone has said itself what it stood in
        ...(!finding.around && { after: finding.after ?? [after] }),
      }),
  };
}
