// Listed values that must match a shape as well.
import { isOfType } from "./read-literals.ts";
import { jsonTypeOf } from "./refine-shape.ts";
import type { Scalar, Shape } from "./shape.ts";
import { isAnyText } from "./union-shape.ts";

export function mergeLiterals(values: readonly Scalar[], other: Shape): Shape {
  const type = isPlainInteger(other) ? "integer" : (jsonTypeOf(other) ?? "");
  const kept = values.filter((value) =>
    other.kind === "literals" ? other.values.includes(value) : isOfType(value, type),
  );
  if (kept.length === 0) return { kind: "never" };
  const base: Shape = { kind: "literals", values: kept };
  const isSaid = (other.kind !== "string" && other.kind !== "number") || isPlain(other);
  return isSaid ? base : { kind: "refined", base, conditions: [{ kind: "matches", shape: other }] };
}

function isPlainInteger(shape: Shape): boolean {
  return shape.kind === "number" && shape.rules.integer && isPlain(shape);
}

/** Whether the type of a text or a number is all that it asks for. */
function isPlain({ kind, rules }: Extract<Shape, { kind: "string" | "number" }>): boolean {
  if (kind === "string") return isAnyText(rules);
  const { integer: _, multiplesOf, ...bounds } = rules;
  return multiplesOf.length === 0 && Object.values(bounds).every((bound) => bound === undefined);
}
