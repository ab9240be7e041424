// The children of a map whose keys become names in code.
import type { Part } from "../load/resolve-place.ts";
import { entriesOf, type ModelContext, report } from "./model-context.ts";

/** The children by name, sorted; a name that no object can carry is reported and left out. */
export function namedEntriesOf(
  context: ModelContext,
  part: Part | undefined,
): (readonly [name: string, child: Part])[] {
  return entriesOf(part).filter(([name, child]) => {
    if (name !== "__proto__") return true;
    const message = `"__proto__": the name means something else to JavaScript; choose another`;
    report(context, child, { code: "name-reserved", message });
    return false;
  });
}
