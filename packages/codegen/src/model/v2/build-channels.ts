// The Channels Object of AsyncAPI 2 → ChannelModel.

import type { Part } from "../../load/resolve-place.ts";
import { assembleChannel } from "../build-channel.ts";
import type { ChannelModel } from "../contract-model.ts";
import { childBehind, entriesOf, follow, isObject, type ModelContext } from "../model-context.ts";
import { channelKeys } from "./channel-keys.ts";
import { messageEntries } from "./message-entries.ts";
import { readOperationsV2 } from "./read-operations.ts";

/**
 * Builds the channels of a document, sorted by key.
 *
 * @see https://www.asyncapi.com/docs/reference/specification/v2.6.0#channelsObject
 */
export function buildChannelsV2(context: ModelContext, root: Part): ChannelModel[] {
  const entries = entriesOf(childBehind(context, root, "channels"));
  const keys = channelKeys(entries.map(([address]) => address));
  const channels = entries.flatMap(([address, written]): ChannelModel[] => {
    const part = follow(context, written);
    const key = keys.get(address);
    if (part === undefined || key === undefined || !isObject(part.value)) return [];
    const messages = messageEntries(context, key, part);
    const operations = readOperationsV2(context, part);
    return [assembleChannel(context, { key, address, written, part, messages, operations })];
  });
  return channels.sort((one, two) => (one.key < two.key ? -1 : 1));
}
