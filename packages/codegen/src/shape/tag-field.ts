// The field by which a person tells the members of a union apart.
import type { ObjectShape, PropertyShape, Scalar } from "./shape.ts";

/** The first of the first member's fields, in its order, that has its own listed values in each member. */
export function tagFieldOf(
  members: readonly ObjectShape[],
  isWanted: (field: PropertyShape) => boolean,
): string | undefined {
  const names = members[0]?.properties.map(({ name }) => name) ?? [];
  return names.find((name) => {
    const fields = members.map((member) => fieldOf(member, name));
    if (!fields.every((field) => field !== undefined && isWanted(field))) return false;
    const values = members.map((member) => tagValuesOf(member, name));
    const all = values.flatMap((list) => list ?? []);
    return values.every((list) => list !== undefined) && new Set(all).size === all.length;
  });
}

/** What the field may hold, where that is listed. */
export function tagValuesOf(member: ObjectShape, name: string): readonly Scalar[] | undefined {
  const shape = fieldOf(member, name)?.shape;
  return shape?.kind === "literals" ? shape.values : undefined;
}

function fieldOf({ properties }: ObjectShape, name: string): PropertyShape | undefined {
  return properties.find((property) => property.name === name);
}
