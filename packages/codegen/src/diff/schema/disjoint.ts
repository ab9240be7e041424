// Whether no value matches two schemas at once.
import type { Branch, Reading } from "./branch.ts";
import type { Node } from "./located.ts";
import { textOf } from "./read-literals.ts";

type Read = (node: Node) => Reading;

/** Answers `false` where it cannot tell. */
export function areDisjoint(one: Branch, two: Branch, read: Read): boolean {
  if (one.type !== two.type) return true;
  if (one.literals && two.literals) return haveNothingInCommon(one.literals, two.literals);
  if (one.type !== "object") return false;
  // a field that one of them asks for, and that is never the same in both
  return [...one.fields.properties].some(([name, field]) => {
    const other = two.fields.properties.get(name);
    if (other === undefined || !(field.required || other.required)) return false;
    return haveNoValueInCommon(read(field.node), read(other.node));
  });
}

function haveNoValueInCommon(one: Reading, two: Reading): boolean {
  return one.branches.every((left) =>
    two.branches.every((right) => {
      if (left.type !== right.type) return true;
      if (!left.literals || !right.literals) return false;
      return haveNothingInCommon(left.literals, right.literals);
    }),
  );
}

function haveNothingInCommon(one: readonly unknown[], two: readonly unknown[]): boolean {
  const texts = new Set(one.map(textOf));
  return two.every((value) => !texts.has(textOf(value)));
}
