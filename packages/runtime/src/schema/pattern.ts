// `pattern` of JSON Schema.
import { type core, refine } from "zod/mini";

/** `pattern`: somewhere in the text, with the `u` flag; not anchored unless it says so. */
export function pattern(source: string): core.$ZodCheck<string> {
  const expression = new RegExp(source, "u");
  return refine((text) => expression.test(text), `must match ${source}`);
}
