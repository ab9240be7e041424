// `oneOf` and `anyOf`, which differ for values that match several members alone.
import type { Reading } from "./branch.ts";
import type { ReadingPair } from "./compare-types.ts";
import { areDisjoint } from "./disjoint.ts";
import { keywordPlace } from "./keyword-place.ts";
import type { Node } from "./located.ts";
import type { Session } from "./session.ts";

export function compareExclusive(session: Session, { before, after, pair }: ReadingPair): void {
  if (!before.isUnion || !after.isUnion) return;
  const older = isExclusive(before, session.readBefore);
  const newer = isExclusive(after, session.readAfter);
  if (older === newer) return;
  session.found({
    rule: "payload-conditional-changed",
    variant: newer ? "exclusive" : "inclusive",
    path: pair.path,
    detail: newer
      ? "anyOf became oneOf, so values that match several members are refused"
      : "oneOf became anyOf, so values may match several members",
    ...keywordPlace(pair, "oneOf", "anyOf"),
  });
}

/** Whether it refuses values that match several of its members. */
function isExclusive({ exclusive, branches }: Reading, read: (node: Node) => Reading): boolean {
  if (exclusive === undefined) return false;
  return branches.some((one, index) =>
    branches.slice(index + 1).some((two) => two.type === one.type && !areDisjoint(one, two, read)),
  );
}
