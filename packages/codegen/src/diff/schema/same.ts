// Whether two schemas judge every value alike.
import type { Branch } from "./branch.ts";
import { type BranchLists, compareBranches } from "./compare-branches.ts";
import { compareNodes } from "./compare-node.ts";
import { keyOfNode } from "./located.ts";
import { keyOfPair, type NodePair, type Session, wordRules } from "./session.ts";

type Sides = Pick<NodePair, "before" | "after">;

/** Whether the nodes differ in their words at most; asked from inside itself, it takes them for the same. */
export function areSame(session: Session, pair: Sides): boolean {
  const key = keyOfPair(pair);
  if (session.clean.has(key)) return true;
  const known = session.asked.get(key);
  if (known !== undefined) return known;
  if (session.asked.has(key)) {
    session.leanedOn.add(key);
    return true;
  }
  session.asked.set(key, undefined);
  const isSame = tryOut(session, key, new Set(), (trial) =>
    compareNodes(trial, { ...pair, path: "" }),
  );
  session.leanedOn.delete(key);
  // what was taken for the same while it is still being asked about may turn out to differ
  if (isSame && session.leanedOn.size > 0) session.asked.delete(key);
  else session.asked.set(key, isSame);
  return isSame;
}

/** The same, where what is being compared around the nodes is taken for the same. */
export function areSameWithin(session: Session, pair: Sides): boolean {
  return tryOut(session, keyOfPair(pair), session.visited, (trial) =>
    compareNodes(trial, { ...pair, path: "" }),
  );
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
  const key = `${type}: ${keyOfNode(before.node)} → ${keyOfNode(after.node)}`;
  return tryOut(session, key, session.visited, (trial) =>
    compareBranches(trial, { before: [before], after: [after], path, type }),
  );
}

/** Compares up to the first difference, which is remembered: more that is taken for the same only takes some away. */
function tryOut(
  session: Session,
  key: string,
  assumed: ReadonlySet<string>,
  compare: (trial: Session) => void,
): boolean {
  if (session.different.has(key)) return false;
  let isSame = true;
  const found: Session["found"] = ({ rule }) => {
    isSame &&= wordRules.has(rule);
  };
  compare({ ...session, visited: new Set(assumed), found, isDecided: () => !isSame });
  if (!isSame) session.different.add(key);
  return isSame;
}
