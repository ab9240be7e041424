// Listed values that must match a shape as well.
import { isOfType } from "./read-literals.ts";
import { jsonTypeOf } from "./refine-shape.ts";
import type { Scalar, Shape } from "./shape.ts";

export function mergeLiterals(values: readonly Scalar[], other: Shape): Shape {
  const kept = values.filter((value) => {
    if (other.kind === "literals") return other.values.includes(value);
    return isOfType(value, jsonTypeOf(other) ?? "");
  });
  if (kept.length === 0) return { kind: "never" };
  const base: Shape = { kind: "literals", values: kept };
  if (other.kind !== "string" && other.kind !== "number") return base;
  return { kind: "refined", base, conditions: [{ kind: "matches", shape: other }] };
}
