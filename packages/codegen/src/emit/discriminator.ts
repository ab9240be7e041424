// Whether the members of a union can never match one value together, and which field tells them apart.
import { jsonTypeOf } from "../shape/refine-shape.ts";
import { baseOf, type ObjectShape, type Shape } from "../shape/shape.ts";
import { tagFieldOf } from "../shape/tag-field.ts";

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
    if (name === undefined) return undefined;
    return inline.every(isPlain) ? { kind: "field", name } : { kind: "type" };
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
  return tagFieldOf(members, ({ required }) => required);
}

function resolve(shape: Shape, shapeOf: (id: string) => Shape | undefined): Shape | undefined {
  const seen = new Set<string>();
  let current: Shape | undefined = baseOf(shape);
  while (current?.kind === "reference" && !seen.has(current.id)) {
    seen.add(current.id);
    const next = shapeOf(current.id);
    current = next && baseOf(next);
  }
  return current?.kind === "reference" ? undefined : current;
}

/** Whether zod's own object can say it, so that zod finds the field. */
function isPlain({ properties, patterns, rest }: ObjectShape): boolean {
  const inherits = properties.some(({ name }) => name in Object.prototype);
  return typeof rest === "string" && patterns === undefined && !inherits;
}
