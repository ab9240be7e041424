// Deprecation of a field.
import { keywordPlace } from "./keyword-place.ts";
import type { Node } from "./located.ts";
import { textOf } from "./read-literals.ts";
import type { NodePair, Session } from "./session.ts";
import { deprecationOf } from "./words.ts";

export function compareDeprecation(session: Session, pair: NodePair): void {
  const older = deprecationOf(pair.before, session.comparison.before);
  const newer = deprecationOf(pair.after, session.comparison.after);
  const { path } = pair;
  const places = keywordPlace(pair, "x-deprecated", "deprecated");
  const emit = (rule: Parameters<Session["found"]>[0]["rule"], detail: string): void =>
    session.found({ rule, path, detail, ...places });
  if (older === undefined && newer !== undefined) {
    emit("payload-property-deprecated", "deprecated");
  } else if (older !== undefined && newer === undefined) {
    emit("payload-property-undeprecated", "no longer deprecated");
  } else if (older && newer && isEarlier(newer.sunset, older.sunset)) {
    emit(
      "payload-property-sunset-moved-earlier",
      `the sunset ${String(older.sunset)} became ${String(newer.sunset)}`,
    );
  } else if (textOf(older) !== textOf(newer)) emit("docs-changed", "x-deprecated changed");
}

/** Whether a sunset is before the day that was promised. */
function isEarlier(newer: unknown, older: unknown): boolean {
  return typeof newer === "string" && typeof older === "string" && newer < older;
}

/** The last day of a field that is deprecated, where one was said. */
export function sunsetOf(session: Session, node: Node): string | undefined {
  const sunset = deprecationOf(node, session.comparison.before)?.sunset;
  return typeof sunset === "string" ? sunset : undefined;
}
