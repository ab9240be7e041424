// The messages of an AsyncAPI 2 channel, which stand in its operations and have no keys of their own.
import { childOf, type Part, referenceChain } from "../../load/resolve-place.ts";
import { layeredText, layersOf } from "../message-layers.ts";
import { childBehind, follow, idOf, type ModelContext } from "../model-context.ts";

const operations = ["publish", "subscribe"] as const;

/**
 * The messages of both operations, each once, sorted by key: its `messageId`, else its `name`, else its key in the
 * components, else the channel's key and the operation. What an earlier message of the channel is called gives way to
 * the next of these, and at last to a number.
 *
 * @see https://www.asyncapi.com/docs/reference/specification/v2.6.0#operationObject
 */
export function messageEntries(
  context: ModelContext,
  channelKey: string,
  channel: Part,
): (readonly [key: string, message: Part])[] {
  const entries = new Map<string, Part>();
  const seen = new Set<string>();
  for (const operation of operations) {
    const part = childBehind(context, channel, operation);
    const message = part && childOf(part, "message");
    if (message === undefined) continue;
    const fallback = channelKey + operation.replace(/^./, (letter) => letter.toUpperCase());
    for (const written of alternativesOf(context, message, seen)) {
      const candidates = [...namesOf(context, written), fallback];
      entries.set(freeKey(entries, candidates), written);
    }
  }
  return [...entries].sort(([one], [two]) => (one < two ? -1 : 1));
}

/** The message itself, or each of its `oneOf`, which may hold further ones. */
export function alternativesOf(context: ModelContext, written: Part, seen: Set<string>): Part[] {
  const part = follow(context, written);
  if (part === undefined || seen.has(idOf(part))) return [];
  seen.add(idOf(part));
  const list = childOf(part, "oneOf");
  if (list === undefined || !Array.isArray(list.value)) return [written];
  return list.value.flatMap((_, index) => {
    const alternative = childOf(list, String(index));
    return alternative ? alternativesOf(context, alternative, seen) : [];
  });
}

function namesOf(context: ModelContext, written: Part): string[] {
  const part = follow(context, written);
  if (part === undefined) return [];
  const layers = layersOf(context, part);
  const chain = referenceChain(context.document.sources, written);
  const component = chain
    .map(({ pointer }) => /^\/components\/messages\/([\w.-]+)$/.exec(pointer)?.[1])
    .find((key) => key !== undefined);
  return [layeredText(layers, "messageId"), layeredText(layers, "name"), component].filter(
    (name): name is string => name !== undefined && name !== "",
  );
}

function freeKey(entries: ReadonlyMap<string, Part>, candidates: readonly string[]): string {
  const [key = ""] = candidates;
  const free = candidates.find((candidate) => !entries.has(candidate));
  if (free !== undefined) return free;
  let number = 2;
  while (entries.has(`${key}${number}`)) number += 1;
  return `${key}${number}`;
}
