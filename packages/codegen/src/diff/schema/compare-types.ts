// Which JSON types a value may have.
import type { Branch, JsonType, Reading } from "./branch.ts";
import { keywordPlace } from "./keyword-place.ts";
import type { NodePair, Session } from "./session.ts";

export interface ReadingPair {
  readonly before: Reading;
  readonly after: Reading;
  readonly pair: NodePair;
}

/** Answers the types that both have and whose rules are still to be compared. */
export function compareTypes(session: Session, { before, after, pair }: ReadingPair): JsonType[] {
  const older = typesOf(before);
  const newer = typesOf(after);
  const added = [...newer].filter((type) => !older.has(type));
  const removed = [...older].filter((type) => !newer.has(type));
  const shared = [...older].filter((type) => newer.has(type));
  const places = keywordPlace(pair, "type", "anyOf", "oneOf", "enum", "const");
  const detail = `${wordsOf(before)} became ${wordsOf(after)}`;
  const { path } = pair;
  const emit = (rule: Parameters<Session["found"]>[0]["rule"], text = detail): void =>
    session.found({ rule, path, detail: text, ...places });
  // whatever the other side says of a type is narrower than anything
  if (before.isAny) {
    emit("payload-type-narrowed");
    return [];
  }
  if (after.isAny) {
    emit("payload-type-widened");
    return [];
  }
  const others = (types: readonly JsonType[]): JsonType[] =>
    types.filter((type) => type !== "null");
  const isOther = others(added).length > 0 && others(removed).length > 0;
  if (isOther && !(before.isUnion && after.isUnion && shared.length > 0)) {
    emit("payload-type-changed");
    return [];
  }
  const isUnion = before.isUnion && after.isUnion;
  if (others(added).length > 0) {
    if (isUnion)
      emit("payload-union-member-added", `${others(added).join(" and ")} was added to the union`);
    else emit("payload-type-widened");
  }
  if (others(removed).length > 0) {
    if (isUnion)
      emit(
        "payload-union-member-removed",
        `${others(removed).join(" and ")} was removed from the union`,
      );
    else emit("payload-type-narrowed");
  }
  if (added.includes("null")) emit("payload-nullable-added", "null was allowed");
  if (removed.includes("null")) emit("payload-nullable-removed", "null was ruled out");
  const isConditional = [...before.branches, ...after.branches].some(
    ({ type, opaque }) => type === "null" && opaque.length > 0,
  );
  return shared.filter((type) => type !== "null" || isConditional);
}

function typesOf({ branches }: Reading): ReadonlySet<JsonType> {
  return new Set(branches.map(({ type }) => type));
}

/** `string or integer`. */
function wordsOf(reading: Reading): string {
  if (reading.isAny) return "any value";
  const words = new Set(reading.branches.map(wordOf));
  if (words.has("number")) words.delete("integer");
  return words.size === 0 ? "no value at all" : [...words].join(" or ");
}

function wordOf({ type, limits }: Branch): string {
  return type === "number" && limits.integer ? "integer" : type;
}
