// What two nodes say to readers, and their defaults, which nobody fills in.
import { keywordPlace } from "./keyword-place.ts";
import { behindReferences, idOfLocated } from "./located.ts";
import { textOf } from "./read-literals.ts";
import type { NodePair, SchemaFinding, Session } from "./session.ts";
import { defaultOf, wordsOf } from "./words.ts";

export function compareWords(session: Session, pair: NodePair): void {
  const { before: model, after: newModel } = session.comparison;
  const older = wordsOf(pair.before, model);
  const newer = wordsOf(pair.after, newModel);
  const changed = [...new Set([...older.keys(), ...newer.keys()])]
    .filter((keyword) => textOf(older.get(keyword)) !== textOf(newer.get(keyword)))
    .sort();
  const { path } = pair;
  if (changed.length > 0) {
    const detail = `${changed.join(", ")} changed`;
    tellOnce(session, pair, changed, { rule: "docs-changed", path, detail });
  }
  const one = defaultOf(pair.before, model);
  const two = defaultOf(pair.after, newModel);
  if (textOf(one?.value) === textOf(two?.value)) return;
  const emit = (rule: "added" | "changed" | "removed", detail: string): void =>
    tellOnce(session, pair, ["default"], { rule: `payload-default-${rule}`, path, detail });
  if (one === undefined) emit("added", `the default ${textOf(two?.value)} was added`);
  else if (two === undefined) emit("removed", `the default ${textOf(one.value)} was removed`);
  else emit("changed", `the default ${textOf(one.value)} became ${textOf(two.value)}`);
}

/** What is said behind references is told there, and not again at each of them. */
function tellOnce(
  session: Session,
  pair: NodePair,
  keywords: readonly string[],
  finding: SchemaFinding,
): void {
  const { before: older, after: newer } = session.comparison;
  const isSaidHere = [...pair.before, ...pair.after].some(
    ({ schema }) => typeof schema === "object" && keywords.some((keyword) => keyword in schema),
  );
  const behind = {
    before: behindReferences(pair.before, older),
    after: behindReferences(pair.after, newer),
  };
  const places = keywordPlace(isSaidHere ? pair : behind, ...keywords);
  const at = [places.before, places.after].map((place) => place && idOfLocated(place[0]));
  const key = JSON.stringify([finding.rule, finding.detail, ...at]);
  if (session.visited.has(key)) return;
  session.visited.add(key);
  session.found({ ...finding, ...places });
}
