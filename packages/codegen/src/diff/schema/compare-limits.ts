// Bounds, patterns, formats and divisors of one type.
import { isMultipleOf } from "@lockstep/runtime";
import type { Bound, JsonType, Ruled } from "./branch.ts";
import type { Located } from "./located.ts";
import { compareBounds } from "./read-limits.ts";
import type { BranchPair, SchemaFinding, Session } from "./session.ts";

const bounds: Readonly<Partial<Record<JsonType, readonly [least: string, most: string]>>> = {
  array: ["minItems", "maxItems"],
  number: ["minimum", "maximum"],
  object: ["minProperties", "maxProperties"],
  string: ["minLength", "maxLength"],
};

export function compareLimits(session: Session, { before, after, path }: BranchPair): void {
  const { type } = before;
  const older = before.limits;
  const newer = after.limits;
  const [least, most] = bounds[type] ?? [];
  // a rule that only one side says stands, on the other, where it would
  const sides = { before: [before.by] as const, after: [after.by] as const };
  const emit: Emit = (rule, detail, places) =>
    session.found({ rule, detail, path, ...sides, ...places });
  if (least) compareBound(least, 1, [older.least.get(least), newer.least.get(least)], emit);
  if (most) compareBound(most, -1, [older.most.get(most), newer.most.get(most)], emit);
  if (type === "array") compareUnique([older.unique, newer.unique], emit);
  if (type === "string") {
    compareSets("pattern", [older.patterns, newer.patterns], emit);
    compareSets("format", [textFormats(older.formats), textFormats(newer.formats)], emit);
  }
  if (type === "number") {
    compareSets("format", [numberFormats(older.formats), numberFormats(newer.formats)], emit);
    compareMultiples(older.multiples, newer.multiples, emit);
    if (!older.integer !== !newer.integer) {
      const places = placesOf("type", older.integer ?? before.by, newer.integer ?? after.by);
      const [rule, detail] = newer.integer
        ? (["payload-type-narrowed", "number became integer"] as const)
        : (["payload-type-widened", "integer became number"] as const);
      session.found({ rule, variant: "number", detail, path, ...places });
    }
  }
}

type Emit = (
  rule: SchemaFinding["rule"],
  detail: string,
  places: Pick<SchemaFinding, "before" | "after">,
) => void;

type Sides<T> = readonly [before: T, after: T];

function placesOf(
  keyword: string,
  before: Located | undefined,
  after: Located | undefined,
): Pick<SchemaFinding, "before" | "after"> {
  return {
    ...(before && { before: [before, keyword] as const }),
    ...(after && { after: [after, keyword] as const }),
  };
}

function compareBound(
  keyword: string,
  sign: 1 | -1,
  [before, after]: Sides<Ruled<Bound> | undefined>,
  emit: Emit,
): void {
  const order = orderOf(before?.value, after?.value, sign);
  if (order === 0) return;
  const detail = `${keyword} ${wordOf(before?.value)} became ${wordOf(after?.value)}`;
  const rule = order < 0 ? "payload-constraint-tightened" : "payload-constraint-loosened";
  emit(rule, detail, {
    ...placesOf(before?.value.keyword ?? keyword, before?.by, undefined),
    ...placesOf(after?.value.keyword ?? keyword, undefined, after?.by),
  });
}

/** Below 0 where the newer is the narrower. */
function orderOf(before: Bound | undefined, after: Bound | undefined, sign: 1 | -1): number {
  if (before === undefined) return after === undefined ? 0 : -1;
  return after === undefined ? 1 : compareBounds(before, after, sign);
}

function wordOf(bound: Bound | undefined): string {
  if (bound === undefined) return "unsaid";
  return `${bound.limit}${bound.exclusive ? " (excluded)" : ""}`;
}

function compareUnique([before, after]: Sides<Located | undefined>, emit: Emit): void {
  if (!before === !after) return;
  const rule = after ? "payload-constraint-tightened" : "payload-constraint-loosened";
  const detail = after ? "items may no longer repeat" : "items may repeat";
  emit(rule, detail, placesOf("uniqueItems", before, after));
}

type Named = ReadonlyMap<string, Located>;

function compareSets(what: "pattern" | "format", [before, after]: Sides<Named>, emit: Emit): void {
  const removed = [...before].filter(([text]) => !after.has(text));
  const added = [...after].filter(([text]) => !before.has(text));
  const [older] = removed;
  const [newer] = added;
  const places = placesOf(what, older?.[1], newer?.[1]);
  const listOf = (list: typeof added): string => list.map(([text]) => `"${text}"`).join(" and ");
  if (older && newer) {
    const undecided =
      what === "pattern" ? ", and whether one contains the other is not decided" : "";
    const detail = `${what} ${listOf(removed)} became ${listOf(added)}${undecided}`;
    emit(`payload-${what}-changed`, detail, places);
  } else if (newer) emit(`payload-${what}-added`, `${what} ${listOf(added)} was added`, places);
  else if (older) emit(`payload-${what}-removed`, `${what} ${listOf(removed)} was removed`, places);
}

/** Formats of numbers pass every text, and formats of texts every number. */
function textFormats(formats: Named): Named {
  return new Map([...formats].filter(([format]) => !/^int\d+$/.test(format)));
}

function numberFormats(formats: Named): Named {
  return new Map([...formats].filter(([format]) => /^int\d+$/.test(format)));
}

type Divisors = ReadonlyMap<number, Located>;

function compareMultiples(before: Divisors, after: Divisors, emit: Emit): void {
  const isKept = (one: number, others: Divisors): boolean =>
    [...others.keys()].some((other) => isMultipleOf(other, one));
  const lost = [...before].find(([divisor]) => !isKept(divisor, after));
  const gained = [...after].find(([divisor]) => !isKept(divisor, before));
  const words = (divisors: Divisors): string => [...divisors.keys()].join(" and ") || "unsaid";
  const detail = `multipleOf ${words(before)} became ${words(after)}`;
  const places = placesOf("multipleOf", [...before.values()][0], [...after.values()][0]);
  if (lost) emit("payload-constraint-loosened", detail, places);
  if (gained) emit("payload-constraint-tightened", detail, places);
}
