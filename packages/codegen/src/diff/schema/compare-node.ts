// Two nodes: their words, their types, then each type.
import { compareBranches } from "./compare-branches.ts";
import { compareExclusive } from "./compare-exclusive.ts";
import { compareLiterals } from "./compare-literals.ts";
import { compareTypes } from "./compare-types.ts";
import { compareWords } from "./compare-words.ts";
import { behindReferences } from "./located.ts";
import { keyOfPair, type NodePair, type Session } from "./session.ts";

/** Finds every difference between two nodes and below them. A pair that was compared before says nothing again. */
export function compareNodes(session: Session, written: NodePair): void {
  if (session.isDecided()) return;
  const site = keyOfPair(written);
  if (session.visited.has(site) || session.clean.has(site)) return;
  session.visited.add(site);
  compareWords(session, written);
  const { before: older, after: newer } = session.comparison;
  const pair = {
    before: behindReferences(written.before, older),
    after: behindReferences(written.after, newer),
    path: written.path,
  };
  const key = keyOfPair(pair);
  if (key !== site && (session.visited.has(key) || session.clean.has(key))) return;
  session.visited.add(key);
  const before = session.readBefore(pair.before);
  const after = session.readAfter(pair.after);
  if (before.isAny && after.isAny) return;
  const isListed =
    before.branches.length > 0 &&
    after.branches.length > 0 &&
    [...before.branches, ...after.branches].every(
      ({ type, literals }) => type === "null" || literals !== undefined,
    );
  const readings = { before, after, pair };
  if (isListed && compareLiterals(session, readings)) return;
  compareExclusive(session, readings);
  const shared = compareTypes(session, readings);
  for (const type of shared) {
    const ofType = {
      before: before.branches.filter((one) => one.type === type),
      after: after.branches.filter((one) => one.type === type),
    };
    compareBranches(session, { ...ofType, path: pair.path, type });
  }
}
