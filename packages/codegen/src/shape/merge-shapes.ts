// Two shapes that a value must match at once, as one shape.
import type { buildShape } from "./build-shape.ts";
import { expandReference } from "./expand-reference.ts";
import { mergeLiterals } from "./merge-literals.ts";
import { mergeObjects } from "./merge-objects.ts";
import { mergeNumbers, mergeText } from "./merge-rules.ts";
import { jsonTypeOf, membersAtMost, refineShape } from "./refine-shape.ts";
import { baseOf, conditionsOf, type ListRules, type Shape, type UnionShape } from "./shape.ts";
import type { Site } from "./shape-reader.ts";
import { unionShape } from "./union-shape.ts";

/** Where no single shape says both, the one gives the type and the other is a condition. */
export function mergeShapes(
  left: Shape,
  right: Shape,
  site: Site,
  build: typeof buildShape,
): Shape {
  const base = mergeBases(baseOf(left), baseOf(right), site, build);
  const conditions = [...conditionsOf(left), ...conditionsOf(right)];
  return refineShape(base, conditions, site, build);
}

function mergeBases(left: Shape, right: Shape, site: Site, build: typeof buildShape): Shape {
  if (left.kind === "unknown" || right.kind === "never") return right;
  if (right.kind === "unknown" || left.kind === "never") return left;
  if (left.kind === "reference") return mergeReference(left.id, right, site, build);
  if (right.kind === "reference") return mergeReference(right.id, left, site, build);
  if (left.kind === "union") return mergeUnion(left, right, site, build);
  if (right.kind === "union") return mergeUnion(right, left, site, build);
  if (left.kind === "literals") return mergeLiterals(left.values, right);
  if (right.kind === "literals") return mergeLiterals(right.values, left);
  if (left.kind === "object" && right.kind === "object")
    return mergeObjects(left, right, (one, two) => mergeShapes(one, two, site, build));
  if (left.kind === "string" && right.kind === "string")
    return { kind: "string", rules: mergeText(left.rules, right.rules) };
  if (left.kind === "number" && right.kind === "number")
    return { kind: "number", rules: mergeNumbers(left.rules, right.rules) };
  if (left.kind === "array" && right.kind === "array") {
    const item = mergeShapes(left.item, right.item, site, build);
    return { kind: "array", item, rules: mergeLists(left.rules, right.rules) };
  }
  if (jsonTypeOf(left) !== jsonTypeOf(right)) return { kind: "never" };
  if (left.kind === right.kind && (left.kind === "boolean" || left.kind === "null")) return left;
  // the places of a tuple say more than the items of a list
  return left.kind === "tuple" ? both(left, right) : both(right, left);
}

function both(base: Shape, other: Shape): Shape {
  return { kind: "refined", base, conditions: [{ kind: "matches", shape: other }] };
}

function mergeLists(left: ListRules, right: ListRules): ListRules {
  const least = Math.max(left.minItems ?? 0, right.minItems ?? 0);
  const most = Math.min(left.maxItems ?? Infinity, right.maxItems ?? Infinity);
  return {
    ...(least > 0 ? { minItems: least } : {}),
    ...(most < Infinity ? { maxItems: most } : {}),
    uniqueItems: left.uniqueItems || right.uniqueItems,
  };
}

function mergeReference(id: string, other: Shape, site: Site, build: typeof buildShape): Shape {
  const reference: Shape = { kind: "reference", id };
  if (other.kind === "reference" && other.id === id) return other;
  const inner = expandReference(id, site, build);
  return inner ? mergeShapes(inner.shape, other, inner.site, build) : both(reference, other);
}

/** A ∧ (B ∨ C) is (A ∧ B) ∨ (A ∧ C), also where exactly one may match. */
function mergeUnion(union: UnionShape, other: Shape, site: Site, build: typeof buildShape): Shape {
  const others = other.kind === "union" ? other.members : [];
  const count = union.members.length * Math.max(1, others.length);
  // unions of unions, or of schemas that may be unions, would multiply with each level
  const multiplies = others.length > 0 && [...union.members, ...others].some(mayBeUnion);
  if (count > membersAtMost || multiplies) return both(other, union);
  const members = union.members.map((member) => mergeShapes(member, other, site, build));
  return unionShape(members, union.exclusive);
}

function mayBeUnion(shape: Shape): boolean {
  const { kind } = baseOf(shape);
  return kind === "union" || kind === "reference";
}
