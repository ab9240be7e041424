// Rules about which fields an object has. Values of other types pass.
import type { core, ZodMiniType } from "zod/mini";
import { counted } from "../counted.ts";
import { defineSchema, fault, fieldNamesOf, isRecord, issuesAt } from "./_define-schema.ts";

type Rule = ZodMiniType<unknown>;

/** `minProperties`. */
export function minFields(count: number): Rule {
  return fieldRule(
    ({ length }) => length >= count,
    `must have at least ${counted(count, "field")}`,
  );
}

/** `maxProperties`. */
export function maxFields(count: number): Rule {
  return fieldRule(({ length }) => length <= count, `must have at most ${counted(count, "field")}`);
}

/** `dependencies`, as names: an object with the field has the others, too. */
export function requires(name: string, others: readonly string[]): Rule {
  const listed = others.map((other) => JSON.stringify(other)).join(", ");
  return fieldRule(
    (names) => !names.includes(name) || others.every((other) => names.includes(other)),
    `must have ${listed} where it has ${JSON.stringify(name)}`,
  );
}

/** `propertyNames`. */
export function fieldNames(schema: core.SomeType): Rule {
  return defineSchema((value) => {
    if (!isRecord(value)) return [];
    return fieldNamesOf(value).flatMap((name) => issuesAt(schema, name, name));
  });
}

function fieldRule(isKept: (names: readonly string[]) => boolean, message: string): Rule {
  return defineSchema((value) =>
    !isRecord(value) || isKept(fieldNamesOf(value)) ? [] : fault(value, message),
  );
}
