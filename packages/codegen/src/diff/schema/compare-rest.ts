// Fields that are not declared by name.

import { withPlaces } from "./compare-items.ts";
import { compareNodes } from "./compare-node.ts";
import type { BranchPair, Session } from "./session.ts";

export function compareRest(session: Session, { before, after, path, foreign }: BranchPair): void {
  const older = before.fields;
  const newer = after.fields;
  const places = {
    before: [older.closed ?? older.rest?.[0] ?? before.by] as const,
    after: [newer.closed ?? newer.rest?.[0] ?? after.by] as const,
  };
  const at = withPlaces(session, places.before[0], places.after[0]);
  const inside = `${path}.*`;
  if (older.rest && newer.rest) {
    compareNodes(at, { before: older.rest, after: newer.rest, path: inside });
  } else if (older.rest) {
    const detail = "fields of any name were declared, and are no longer";
    const rule = "payload-additional-properties-closed";
    session.found({ rule, variant: "declared", path, detail, ...places });
    // a field that another schema of the value declares still arrives
    if (foreign.after("")) compareNodes(at, { before: older.rest, after: [], path: inside });
  } else if (newer.rest) {
    const detail = "fields of any name were declared";
    session.found({ rule: "payload-additional-properties-opened", path, detail, ...places });
    if (foreign.before("")) compareNodes(at, { before: [], after: newer.rest, path: inside });
  } else if (!older.closed !== !newer.closed) {
    const rule = newer.closed
      ? "payload-additional-properties-closed"
      : "payload-additional-properties-opened";
    const detail = newer.closed
      ? "additionalProperties became false"
      : "additionalProperties is no longer false";
    session.found({ rule, path, detail, ...places });
  }
}

/** Fields whose names match a pattern: the same patterns one by one, others undecided. */
export function comparePatterns(session: Session, { before, after, path }: BranchPair): void {
  const older = before.fields.patterns;
  const newer = after.fields.patterns;
  for (const pattern of new Set([...older.keys(), ...newer.keys()])) {
    const one = older.get(pattern);
    const two = newer.get(pattern);
    const inside = `${path}[/${pattern}/]`;
    if (one && two) compareNodes(session, { before: one, after: two, path: inside });
    else {
      session.found({
        rule: "payload-conditional-changed",
        path: inside,
        detail: `fields whose names match "${pattern}" are ${two ? "now" : "no longer"} judged`,
        before: [one?.[0] ?? before.by],
        after: [two?.[0] ?? after.by],
      });
    }
  }
}
