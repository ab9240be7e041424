// Names in "required" that were probably meant otherwise.
import { nearestName } from "@lockstep/runtime";
import { childOf, type Part } from "../load/resolve-place.ts";
import { entriesOf, type ModelContext, report } from "./model-context.ts";

/**
 * Warns of a required name that no property has, where an optional property has one like it: both fields would be in
 * the generated type, the misspelt one as `unknown`. Others may be declared in another part of an `allOf`.
 */
export function checkRequired(context: ModelContext, schema: Part): void {
  const required = childOf(schema, "required");
  const properties = childOf(schema, "properties");
  if (!Array.isArray(required?.value) || properties === undefined) return;
  const names: readonly unknown[] = required.value;
  const declared = entriesOf(properties).map(([name]) => name);
  const optional = declared.filter((name) => !names.includes(name));
  for (const [index, name] of names.entries()) {
    if (typeof name !== "string" || declared.includes(name)) continue;
    const meant = nearestName(name, optional);
    const part = childOf(required, String(index));
    if (meant === undefined || part === undefined) continue;
    const message = `"${name}": is required, but no property has this name; did you mean "${meant}"?`;
    report(context, part, { severity: "warning", code: "required-undeclared", message });
  }
}
