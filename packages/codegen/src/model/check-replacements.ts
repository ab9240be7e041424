// Whether what `x-deprecated` sends people to is there.
import { type Deprecation, nearestName } from "@lockstep/runtime";
import { childOf, findPart, type Part } from "../load/resolve-place.ts";
import { quote } from "../quote.ts";
import type { ChannelModel } from "./contract-model.ts";
import { isObject, type ModelContext, report } from "./model-context.ts";

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

/** Reports the `use` of a field that names no field beside it; only the first step of a path is judged. */
export function checkFieldReplacement(
  context: ModelContext,
  extension: Part,
  { use }: Deprecation,
): void {
  const [, properties, field] =
    /^(.*\/properties)\/([^/]+)\/x-deprecated$/.exec(extension.pointer) ?? [];
  if (use === undefined || properties === undefined) return;
  const siblings = findPart(context.document.sources, {
    file: extension.file,
    pointer: properties,
  });
  const known = isObject(siblings?.value) ? Object.keys(siblings.value) : [];
  const [first = ""] = use.split(/[./]/);
  if (known.includes(use) || known.includes(first)) return;
  refuse(context, childOf(extension, "use") ?? extension, { subject: `"${field}"`, use, known });
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
