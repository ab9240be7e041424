// Whether the members of a union can never match one value together, and which field tells them apart.
import type { ObjectShape, Scalar, Shape } from "../shape/shape.ts";

export type Discriminator =
  | { readonly kind: "field"; readonly name: string }
  | { readonly kind: "type" };

/** Answers `undefined` where two members may match one value. */
export function discriminatorOf(
  members: readonly Shape[],
  shapeOf: (id: string) => Shape | undefined,
): Discriminator | undefined {
  const inline = members.filter((member): member is ObjectShape => member.kind === "object");
  if (inline.length === members.length) {
    const name = fieldOf(inline);
    return name === undefined ? undefined : { kind: "field", name };
  }
  const resolved = members.map((member) => resolve(member, shapeOf));
  const kinds = resolved.map((member) => member && jsonTypeOf(member));
  const isDistinct = new Set(kinds).size === kinds.length && !kinds.includes(undefined);
  if (isDistinct) return { kind: "type" };
  const objects = resolved.filter((member): member is ObjectShape => member?.kind === "object");
  return objects.length === members.length && fieldOf(objects) !== undefined
    ? { kind: "type" }
    : undefined;
}

/** A required field that has its own values in each member. */
function fieldOf(members: readonly ObjectShape[]): string | undefined {
  const [first] = members;
  const names = first?.properties.filter(({ required }) => required).map(({ name }) => name) ?? [];
  return names.find((name) => {
    const values = members.map((member) => valuesOf(member, name));
    const all = values.flatMap((list) => list ?? []);
    return values.every((list) => list !== undefined) && new Set(all).size === all.length;
  });
}

function valuesOf(member: ObjectShape, name: string): readonly Scalar[] | undefined {
  const property = member.properties.find((candidate) => candidate.name === name);
  return property?.required && property.shape.kind === "literals"
    ? property.shape.values
    : undefined;
}

function resolve(shape: Shape, shapeOf: (id: string) => Shape | undefined): Shape | undefined {
  const seen = new Set<string>();
  let current: Shape | undefined = shape;
  while (current?.kind === "reference" && !seen.has(current.id)) {
    seen.add(current.id);
    current = shapeOf(current.id);
  }
  return current?.kind === "reference" ? undefined : current;
}

function jsonTypeOf(shape: Shape): string | undefined {
  if (shape.kind === "tuple") return "array";
  if (shape.kind !== "literals")
    return shape.kind === "unknown" || shape.kind === "union" ? undefined : shape.kind;
  const types = new Set(shape.values.map((value) => (value === null ? "null" : typeof value)));
  return types.size === 1 ? [...types][0] : undefined;
}
