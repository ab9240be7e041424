// What the members of a union are called.
import {
  baseOf,
  type ObjectShape,
  type Scalar,
  type Shape,
  type UnionShape,
} from "../shape/shape.ts";
import { tagFieldOf, tagValuesOf } from "../shape/tag-field.ts";
import { pascalName } from "./names.ts";

/**
 * Objects are named by what tells them apart, the first of these that an object has:
 * - the values of one field that has its own in each of them: the one that `discriminator` names, else the first by
 *   name that is required, else the first by name (`PaymentCard`, `PaymentCardOrCash`);
 * - the first by name of the fields that it alone requires (`PaymentWithIban`);
 * - its number among all members, from 1 (`PaymentOption2`).
 *
 * A single object among other things needs no name of its own, unless the union itself has the owner's (`PriceObject`);
 * lists and what else is no object go by their number, or by nothing where there is one.
 */
export function nameArms(
  union: UnionShape,
  isOwner: boolean,
): readonly (readonly [step: string, arm: Shape])[] {
  const arms = flatten(union);
  const objects = arms.map(baseOf).filter((arm): arm is ObjectShape => arm.kind === "object");
  const others = arms.filter((arm) => !isPlain(arm) && baseOf(arm).kind !== "object");
  const tag = objects.length > 1 ? findTag(objects, union.tag) : undefined;
  return arms.map((arm, index) => {
    const base = baseOf(arm);
    const numbered = `Option${index + 1}`;
    if (base.kind !== "object") return [others.length > 1 ? numbered : "", arm];
    if (objects.length === 1) return [isOwner ? "Object" : "", arm];
    const name = (tag !== undefined && nameByValues(base, tag)) || nameByField(base, objects);
    return [name === "" ? numbered : name, arm];
  });
}

/** The members of unions in it stand beside its own, as they do in the type. */
function flatten({ members }: UnionShape): readonly Shape[] {
  return members.flatMap((member) => {
    const base = baseOf(member);
    return base.kind === "union" ? flatten(base) : [member];
  });
}

/** Whether there is nothing in it to name. */
function isPlain(arm: Shape): boolean {
  return !["array", "tuple"].includes(baseOf(arm).kind);
}

function findTag(objects: readonly ObjectShape[], preferred: string | undefined) {
  return (
    tagFieldOf(objects, ({ name }) => name === preferred) ??
    tagFieldOf(objects, ({ required }) => required) ??
    tagFieldOf(objects, () => true)
  );
}

/** Empty where the values have no word, or too many. */
function nameByValues(object: ObjectShape, tag: string): string {
  const words = (tagValuesOf(object, tag) ?? []).map((value) => wordOf(value, tag));
  const name = words.join("Or");
  return words.includes("") || name.length > longestWord ? "" : name;
}

/** A value that is no word of its own has the field's name in front: `Version2`. */
function wordOf(value: Scalar, tag: string): string {
  const word = typeof value === "string" ? pascalName(value) : "";
  if (typeof value === "string" && !word.startsWith("_")) return word;
  return pascalName(`${tag} ${String(value)}`);
}

function nameByField(object: ObjectShape, objects: readonly ObjectShape[]): string {
  const others = objects.filter((other) => other !== object);
  const own = requiredOf(object)
    .filter((name) => !others.some((other) => requiredOf(other).includes(name)))
    .map((name) => pascalName(name))
    .find((word) => word !== "" && word.length <= longestWord);
  return own === undefined ? "" : `With${own}`;
}

function requiredOf({ properties }: ObjectShape): readonly string[] {
  return properties.filter(({ required }) => required).map(({ name }) => name);
}

/** Names that are longer tell a reader no more than a number does. */
const longestWord = 40;
