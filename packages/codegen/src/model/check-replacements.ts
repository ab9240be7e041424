// Whether what `x-deprecated` sends people to is there.
import { type Deprecation, nearestName } from "@lockstep/runtime";
import { childOf, findPart, type Part } from "../load/resolve-place.ts";
import { quote } from "../quote.ts";
import type { ChannelModel } from "./contract-model.ts";
import { follow, idOf, isObject, type ModelContext, report } from "./model-context.ts";

/**
 * Reports each `use` that names nothing: of a channel a channel's key, of a message a message's key, of its own channel or
 * of any other.
 */
export function checkReplacements(context: ModelContext, channels: readonly ChannelModel[]): void {
  const channelKeys = channels.map(({ key }) => key);
  const messageKeys = channels.flatMap(({ messages }) => messages.map(({ key }) => key));
  for (const { key, deprecated, messages } of channels) {
    check(context, deprecated, { subject: `channel "${key}"`, known: channelKeys });
    for (const message of messages) {
      const subject = `message "${message.key}"`;
      check(context, message.deprecated, { subject, known: messageKeys });
    }
  }
}

/**
 * Reports the `use` of a field that names no field beside it, also in another part of an `allOf`; only the first step of a
 * path is judged.
 */
export function checkFieldReplacement(
  context: ModelContext,
  extension: Part,
  { use }: Deprecation,
): void {
  const [, owner, field] =
    /^(.*?)(?:\/allOf\/\d+)*\/properties\/([^/]+)\/x-deprecated$/.exec(extension.pointer) ?? [];
  if (use === undefined || owner === undefined) return;
  const { file } = extension;
  const known = fieldsOf(context, findPart(context.document.sources, { file, pointer: owner }));
  const [first = ""] = use.split(/[./]/);
  if (known.includes(use) || known.includes(first)) return;
  refuse(context, childOf(extension, "use") ?? extension, { subject: `"${field}"`, use, known });
}

/** Names of the fields that a schema declares, its `allOf` included. */
function fieldsOf(
  context: ModelContext,
  written: Part | undefined,
  seen: ReadonlySet<string> = new Set(),
): readonly string[] {
  const part = written && follow(context, written);
  if (part === undefined || seen.has(idOf(part))) return [];
  const inside = new Set([...seen, idOf(part)]);
  const properties = childOf(part, "properties");
  const all = childOf(part, "allOf");
  const parts = Array.isArray(all?.value)
    ? all.value.map((_, index) => childOf(all, `${index}`))
    : [];
  return [
    ...(isObject(properties?.value) ? Object.keys(properties.value) : []),
    ...parts.flatMap((one) => fieldsOf(context, one, inside)),
  ];
}

interface Names {
  readonly subject: string;
  readonly known: readonly string[];
}

function check(
  context: ModelContext,
  deprecation: Deprecation | undefined,
  { subject, known }: Names,
): void {
  const place = deprecation && context.deprecations.get(deprecation);
  const use = place && childOf(place, "use");
  if (use === undefined || typeof use.value !== "string" || known.includes(use.value)) return;
  refuse(context, use, { subject, use: use.value, known });
}

function refuse(
  context: ModelContext,
  place: Part,
  { subject, use, known }: Names & { readonly use: string },
): void {
  const meant = nearestName(use, known);
  const way = meant === undefined ? "name one that is there" : `did you mean "${meant}"?`;
  const message = `${subject}: is to be replaced by ${quote(use)}, which does not exist; ${way}`;
  report(context, place, { code: "replacement-unknown", message });
}
