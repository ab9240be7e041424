// Rules that are compared as a whole: the same on both sides, or changed.

import { isHonoured } from "../../shape/keywords.ts";
import type { Branch, Opaque } from "./branch.ts";
import { textOf } from "./read-literals.ts";
import { areSame } from "./same.ts";
import type { BranchPair, Session } from "./session.ts";

export function compareOpaque(session: Session, { before, after, path }: BranchPair): void {
  const older = rulesOf(before);
  const newer = rulesOf(after);
  const rest = [...newer];
  const removed = older.filter((one) => {
    const index = rest.findIndex((two) => isSameRule(session, one, two));
    if (index >= 0) rest.splice(index, 1);
    return index < 0;
  });
  for (const keyword of new Set([...removed, ...rest].map((one) => one.keyword))) {
    const one = removed.find((rule) => rule.keyword === keyword);
    const two = rest.find((rule) => rule.keyword === keyword);
    const isKnown = isHonoured(keyword);
    const what = one && two ? "changed" : two ? "was added" : "was removed";
    session.found({
      rule: isKnown ? "payload-conditional-changed" : "unknown-keyword-changed",
      path,
      detail: isKnown
        ? `"${keyword}" ${what}, and what that means for each value is not decided`
        : `"${keyword}", which is not understood, ${what}`,
      before: one ? [one.by, keyword] : [before.by],
      after: two ? [two.by, keyword] : [after.by],
    });
  }
}

/** Those that say something of the branch's type. */
function rulesOf({ type, opaque }: Branch): readonly Opaque[] {
  return opaque.filter(({ keyword }) => {
    if (keyword === "contains") return type === "array";
    return type === "object" || !["dependencies", "propertyNames"].includes(keyword);
  });
}

function isSameRule(session: Session, one: Opaque, two: Opaque): boolean {
  if (one.keyword !== two.keyword || textOf(one.data) !== textOf(two.data)) return false;
  if (one.parts.size !== two.parts.size) return false;
  return [...one.parts].every(([name, before]) => {
    const after = two.parts.get(name);
    return after !== undefined && areSame(session, { before, after });
  });
}
