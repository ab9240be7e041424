// What a parameter's value must be.
import type { IntegerParameter, Parameter, StringParameter } from "@lockstep/runtime";
import type { ParameterPair } from "./compare-parameters.ts";
import type { Comparison, Finding } from "./finding.ts";

type Emit = (rule: Finding["rule"], detail: string, variant?: string) => void;

export function compareConstraint(
  { report }: Comparison,
  { before, after, subject }: ParameterPair,
): void {
  const places = { before: before.origin, after: after.origin };
  const emit: Emit = (rule, detail, variant) =>
    report({ rule, ...(variant !== undefined && { variant }), subject, detail, ...places });
  const older = before.constraint;
  const newer = after.constraint;
  if (older.type !== newer.type) {
    const detail = `${older.type} became ${newer.type}`;
    const variant = newer.type === "integer" ? "to-integer" : undefined;
    emit("channel-parameter-type-changed", detail, variant);
    return;
  }
  if (older.type === "string") compareTexts(older, newer as StringParameter, emit);
  else compareNumbers(older, newer as IntegerParameter, emit);
}

function compareTexts(before: StringParameter, after: StringParameter, emit: Emit): void {
  compareEnums(before.enum, after.enum, emit);
  compareBound("minLength", 1, [before.minLength ?? 0, after.minLength ?? 0], emit);
  compareBound("maxLength", -1, [before.maxLength, after.maxLength], emit);
  if (before.pattern === after.pattern) return;
  if (after.pattern === undefined) {
    emit("channel-parameter-constraint-loosened", `the pattern "${before.pattern}" was removed`);
  } else if (before.pattern === undefined) {
    emit("channel-parameter-constraint-tightened", `the pattern "${after.pattern}" was added`);
  } else {
    const detail = `the pattern "${before.pattern}" became "${after.pattern}", and whether it takes all the old values is not decided`;
    emit("channel-parameter-constraint-tightened", detail);
  }
}

function compareEnums(
  before: readonly string[] | undefined,
  after: readonly string[] | undefined,
  emit: Emit,
): void {
  if (before === undefined && after === undefined) return;
  if (before === undefined) {
    emit("channel-parameter-enum-added", "values other than those listed were ruled out");
    return;
  }
  if (after === undefined) {
    emit("channel-parameter-enum-removed", "other values than those listed were allowed");
    return;
  }
  for (const value of after.filter((one) => !before.includes(one))) {
    emit("channel-parameter-enum-value-added", `"${value}" was added`);
  }
  for (const value of before.filter((one) => !after.includes(one))) {
    emit("channel-parameter-enum-value-removed", `"${value}" was removed`);
  }
}

function compareNumbers(before: IntegerParameter, after: IntegerParameter, emit: Emit): void {
  compareBound("minimum", 1, [before.minimum, after.minimum], emit);
  compareBound("maximum", -1, [before.maximum, after.maximum], emit);
}

function compareBound(
  keyword: keyof Parameter | "minLength" | "maxLength" | "minimum" | "maximum",
  sign: 1 | -1,
  [before, after]: readonly [number | undefined, number | undefined],
  emit: Emit,
): void {
  if (before === after) return;
  const detail = `${keyword} ${before ?? "unsaid"} became ${after ?? "unsaid"}`;
  const isTighter = after !== undefined && (before === undefined || sign * (after - before) > 0);
  emit(
    isTighter ? "channel-parameter-constraint-tightened" : "channel-parameter-constraint-loosened",
    detail,
  );
}
