// Two objects that a value must match at once.
import type { ObjectShape, PropertyShape, Shape } from "./shape.ts";

type Merge = (left: Shape, right: Shape) => Shape;

/**
 * One object, where that means the same in every reading: an object that is closed, or judges fields by patterns, stays
 * whole, and what it does not declare stands beside it.
 */
export function mergeObjects(left: ObjectShape, right: ObjectShape, merge: Merge): Shape {
  const { description } = left;
  const describe = (object: ObjectShape): ObjectShape =>
    description === undefined ? object : { ...object, description };
  if (declaresLess(right, left)) return describe(join(left, right, merge));
  if (declaresLess(left, right)) return describe(join(right, left, merge));
  if (isLoose(left) && isLoose(right)) return describe(join(left, right, merge));
  const [base, other] = right.rest === "closed" ? [right, left] : [left, right];
  return { kind: "refined", base, conditions: [{ kind: "matches", shape: other }] };
}

/** Whether the one only says more of fields that the other declares. */
function declaresLess(one: ObjectShape, other: ObjectShape): boolean {
  const names = new Set(other.properties.map(({ name }) => name));
  return (
    one.rest === "unsaid" &&
    one.patterns === undefined &&
    other.patterns === undefined &&
    one.properties.every(({ name }) => names.has(name))
  );
}

function isLoose({ rest, patterns }: ObjectShape): boolean {
  return rest !== "closed" && patterns === undefined;
}

function join(left: ObjectShape, right: ObjectShape, merge: Merge): ObjectShape {
  const all = [...left.properties, ...right.properties].map(({ name }) => name);
  const properties = [...new Set(all)].sort().map((name) => joinProperty(name, left, right, merge));
  return { kind: "object", properties, rest: joinRest(left.rest, right.rest, merge) };
}

function joinProperty(
  name: string,
  left: ObjectShape,
  right: ObjectShape,
  merge: Merge,
): PropertyShape {
  const one = findProperty(left, name);
  const two = findProperty(right, name);
  const notes = (one?.notes.description === undefined ? two?.notes : one.notes) ?? one?.notes;
  const deprecated = one?.notes.deprecated ?? two?.notes.deprecated;
  const declared = [one, two].filter((property) => property && !property.undeclared);
  return {
    name,
    shape: merge(one?.shape ?? { kind: "unknown" }, two?.shape ?? { kind: "unknown" }),
    required: one?.required === true || two?.required === true,
    ...(declared.length === 0 ? { undeclared: true } : {}),
    notes: {
      constraints: [],
      ...notes,
      ...(deprecated === undefined ? {} : { deprecated }),
    },
  };
}

/** The property as declared; where it is not, what the rule for undeclared fields makes of it. */
function findProperty({ properties, rest }: ObjectShape, name: string): PropertyShape | undefined {
  const own = properties.find((property) => property.name === name);
  if (own !== undefined || rest === "unsaid" || rest === "closed") return own;
  const shape: Shape = rest === "open" ? { kind: "unknown" } : rest;
  return { name, shape, required: false, notes: { constraints: [] } };
}

function joinRest(
  left: ObjectShape["rest"],
  right: ObjectShape["rest"],
  merge: Merge,
): ObjectShape["rest"] {
  if (left === "closed" || right === "closed") return "closed";
  if (left === "unsaid" || right === "unsaid") return left === "unsaid" ? right : left;
  if (left === "open" || right === "open") return left === "open" ? right : left;
  return merge(left, right);
}
