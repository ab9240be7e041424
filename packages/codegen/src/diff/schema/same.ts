// Whether two schemas judge every value alike.

import type { Branch } from "./branch.ts";
import { type BranchLists, compareBranches } from "./compare-branches.ts";
import { compareNodes } from "./compare-node.ts";
import { keyOfPair, type NodePair, type Session, wordRules } from "./session.ts";

/** Whether the nodes differ in their words at most; asked from inside itself, it takes them for the same. */
export function areSame(session: Session, pair: Pick<NodePair, "before" | "after">): boolean {
  const key = keyOfPair(pair);
  if (session.clean.has(key)) return true;
  if (session.asked.has(key)) return session.asked.get(key) ?? true;
  session.asked.set(key, undefined);
  const trial = tryOut(session, new Set());
  compareNodes(trial.session, { ...pair, path: "" });
  session.asked.set(key, trial.isSame());
  return trial.isSame();
}

/** The same, where what is being compared around the nodes is taken for the same. */
export function areSameWithin(session: Session, pair: Pick<NodePair, "before" | "after">): boolean {
  const trial = tryOut(session, new Set(session.visited));
  compareNodes(trial.session, { ...pair, path: "" });
  return trial.isSame();
}

export function areSameBranches(
  session: Session,
  {
    before,
    after,
    path,
    type,
  }: { before: Branch; after: Branch } & Pick<BranchLists, "path" | "type">,
): boolean {
  const trial = tryOut(session, new Set(session.visited));
  compareBranches(trial.session, { before: [before], after: [after], path, type });
  return trial.isSame();
}

function tryOut(
  session: Session,
  visited: Set<string>,
): { readonly session: Session; readonly isSame: () => boolean } {
  let isSame = true;
  const found: Session["found"] = ({ rule }) => {
    isSame &&= wordRules.has(rule);
  };
  return { session: { ...session, visited, found }, isSame: () => isSame };
}
