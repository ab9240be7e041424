// A generated schema that other generated schemas are made of.
import type { core } from "zod/mini";
import type { Schema } from "../schema-interface.ts";

/** A schema that can stand inside another one; the small part of zod's type that this takes. */
export interface ComponentSchema<Value> extends Schema<Value> {
  readonly _zod: core.$ZodTypeInternals<Value, Value>;
}
