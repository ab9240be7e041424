// Lists of values, with nothing besides them.
import type { Branch } from "./branch.ts";
import type { ReadingPair } from "./compare-types.ts";
import { keywordPlace } from "./keyword-place.ts";
import { textOf } from "./read-literals.ts";
import type { Session } from "./session.ts";

/** Answers `false` where nothing but null is listed on one side, so that there are types to compare instead. */
export function compareLiterals(session: Session, { before, after, pair }: ReadingPair): boolean {
  const older = valuesOf(before.branches);
  const newer = valuesOf(after.branches);
  if (older.size === 0 || newer.size === 0) return false;
  const { path } = pair;
  const places = keywordPlace(pair, "enum", "const", "oneOf", "anyOf");
  const removed = [...older].filter((value) => !newer.has(value));
  const added = [...newer].filter((value) => !older.has(value));
  if (older.size === 1 && newer.size === 1 && added.length === 1) {
    const detail = `the constant ${[...older][0]} became ${added[0]}`;
    session.found({ rule: "payload-const-changed", path, detail, ...places });
  } else {
    for (const value of added) {
      session.found({
        rule: "payload-enum-value-added",
        path,
        detail: `${value} was added`,
        ...places,
      });
    }
    for (const value of removed) {
      session.found({
        rule: "payload-enum-value-removed",
        path,
        detail: `${value} was removed`,
        ...places,
      });
    }
  }
  const wasNullable = hasNull(before.branches);
  if (wasNullable !== hasNull(after.branches)) {
    const rule = wasNullable ? "payload-nullable-removed" : "payload-nullable-added";
    session.found({
      rule,
      path,
      detail: wasNullable ? "null was ruled out" : "null was allowed",
      ...places,
    });
  }
  return true;
}

/** As JSON; `null` aside. */
export function valuesOf(branches: readonly Branch[]): ReadonlySet<string> {
  return new Set(branches.flatMap(({ literals = [] }) => literals.map(textOf)));
}

function hasNull(branches: readonly Branch[]): boolean {
  return branches.some(({ type }) => type === "null");
}
