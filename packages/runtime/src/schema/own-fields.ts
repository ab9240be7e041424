// Objects with a field whose name every JavaScript object inherits.
import { type core, pipe, transform } from "zod/mini";

/**
 * Around the schema of an object that declares `constructor`, `toString` or another inherited name: it sees only the
 * fields that the value has of its own.
 */
export function ownFields<Fields extends core.$ZodType>(fields: Fields): Fields {
  return pipe(transform(withoutPrototype), fields as never) as unknown as Fields;
}

function withoutPrototype(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.assign(Object.create(null), value);
}
