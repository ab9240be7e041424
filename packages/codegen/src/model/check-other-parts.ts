// What of a document is no channel, message, parameter or schema: extensions of ours say nothing there.
import type { Part } from "../load/resolve-place.ts";
import { checkExtensions } from "./check-extensions.ts";
import { entriesOf, follow, idOf, type ModelContext } from "./model-context.ts";

/** Where others read: what takes extensions of ours, and what is data. */
const foreignKeys: ReadonlySet<string> = new Set([
  "bindings",
  "channel",
  "channels",
  "default",
  "enum",
  "examples",
  "message",
  "messages",
  "messageTraits",
  "parameters",
  "schemas",
]);

/** Maps whose keys are names that the document chose; all of `components` are such. */
const maps: ReadonlySet<string> = new Set(["operations", "servers", "variables"]);

/** Warns of every extension of ours in `written` and in what it holds, but for what takes one. */
export function checkOtherParts(context: ModelContext, written: Part): void {
  const seen = new Set<string>();
  const checkPart = (place: Part, isComponents: boolean): void => {
    const part = follow(context, place);
    if (part === undefined || seen.has(idOf(part))) return;
    seen.add(idOf(part));
    if (place !== part) checkExtensions(context, place, []);
    checkExtensions(context, part, []);
    for (const [key, child] of childrenOf(part)) {
      if (foreignKeys.has(key) || key.startsWith("x-") || /Bindings$/.test(key)) continue;
      const isMap = isComponents || maps.has(key);
      const inside = isMap ? childrenOf(child) : [[key, child] as const];
      for (const [name, one] of inside) checkPart(one, !isMap && name === "components");
    }
  };
  checkPart(written, false);
}

/** Those that hold something themselves. */
function childrenOf(part: Part): readonly (readonly [key: string, child: Part])[] {
  const { value } = part;
  const all = Array.isArray(value)
    ? value.map(
        (item, at) =>
          [String(at), { ...part, pointer: `${part.pointer}/${at}`, value: item }] as const,
      )
    : entriesOf(part);
  return all.filter(([, child]) => typeof child.value === "object" && child.value !== null);
}
