// A payload's schema of the contract, for answers that show the same thing.
import type { Schema } from "@lockstep/runtime";
import type * as z from "zod/mini";

type FieldSchemas<Payload> = { readonly [Name in keyof Payload]-?: z.ZodMiniType<Payload[Name]> };

/** The zod schema that a generated one is at run time, which its type does not say. */
export function contractObject<Payload extends object>(
  schema: Schema<Payload>,
): z.ZodMiniObject<FieldSchemas<Payload>> {
  return schema as unknown as z.ZodMiniObject<FieldSchemas<Payload>>;
}
