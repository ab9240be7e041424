// Deprecation of channels and events.
import type { Deprecation } from "@lockstep/runtime";
import type { Origin } from "../model/contract-model.ts";
import type { Comparison } from "./finding.ts";
import { textOf } from "./schema/read-literals.ts";

interface Deprecated {
  readonly deprecated?: Deprecation;
  readonly origin: Origin;
}

export interface DeprecatedPair {
  readonly before: Deprecated;
  readonly after: Deprecated;
  readonly subject: string;
  readonly word: "channel" | "event";
}

export function compareDeprecation(
  { report }: Comparison,
  { before, after, subject, word }: DeprecatedPair,
): void {
  const older = before.deprecated;
  const newer = after.deprecated;
  const places = { before: before.origin, after: after.origin };
  if (older === undefined && newer !== undefined) {
    const until = newer.sunset === undefined ? "" : `, until ${newer.sunset}`;
    report({ rule: `${word}-deprecated`, subject, detail: `deprecated${until}`, ...places });
  } else if (older !== undefined && newer === undefined) {
    report({ rule: `${word}-undeprecated`, subject, detail: "no longer deprecated", ...places });
  } else if (
    older?.sunset !== undefined &&
    newer?.sunset !== undefined &&
    newer.sunset < older.sunset
  ) {
    const detail = `its sunset ${older.sunset} became ${newer.sunset}, earlier than promised`;
    report({ rule: `${word}-sunset-moved-earlier`, subject, detail, ...places });
  } else if (textOf(older) !== textOf(newer)) {
    report({ rule: "docs-changed", subject, detail: "x-deprecated changed", ...places });
  }
}

/** Whether a part that goes was promised to stay; its sunset is its last day. */
export function isBeforeSunset(
  { today }: Comparison,
  deprecated: Deprecation | undefined,
): boolean {
  return deprecated?.sunset !== undefined && today <= deprecated.sunset;
}
