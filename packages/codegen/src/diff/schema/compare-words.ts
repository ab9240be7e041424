// What two nodes say to readers, and their defaults, which nobody fills in.
import { keywordPlace } from "./keyword-place.ts";
import { textOf } from "./read-literals.ts";
import type { NodePair, Session } from "./session.ts";
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
    session.found({ rule: "docs-changed", path, detail, ...keywordPlace(pair, ...changed) });
  }
  const one = defaultOf(pair.before, model);
  const two = defaultOf(pair.after, newModel);
  if (textOf(one?.value) === textOf(two?.value)) return;
  const places = keywordPlace(pair, "default");
  const emit = (rule: "added" | "changed" | "removed", detail: string): void =>
    session.found({ rule: `payload-default-${rule}`, path, detail, ...places });
  if (one === undefined) emit("added", `the default ${textOf(two?.value)} was added`);
  else if (two === undefined) emit("removed", `the default ${textOf(one.value)} was removed`);
  else emit("changed", `the default ${textOf(one.value)} became ${textOf(two.value)}`);
}
