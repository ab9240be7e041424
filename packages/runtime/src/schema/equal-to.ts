// `const` and `enum` that hold objects or lists.
import type { core, ZodMiniType } from "zod/mini";
import { defineSchema, fault, issuesOf } from "./_define-schema.ts";
import type { ZodNode } from "./_zod-internals.ts";
import { canonicalText } from "./has-unique-items.ts";

/** A value of `form`, which gives it its type, that is one of the values as JSON, in every reading. */
export function equalTo<Form extends core.SomeType>(
  form: Form,
  ...values: readonly unknown[]
): ZodMiniType<core.output<Form>, core.output<Form>> {
  const texts = new Set(values.map(canonicalText));
  const node = form as unknown as ZodNode;
  return defineSchema(
    (value) =>
      texts.has(canonicalText(value))
        ? issuesOf(node, value)
        : fault(value, "must be a value that the contract lists"),
    {
      describing: () => [node],
      open: (twin) => equalTo(twin(node) as unknown as core.SomeType, ...values),
    },
  ) as never;
}
