// What a contract is leaving behind and who still uses it, as the console shows it.
import type { ContractChannel } from "../contract/contract.ts";
import type { HubState } from "../protocol/hub-state.ts";
import type { DescribeStateOptions } from "./describe-state.ts";
import { first } from "./first.ts";
import type { ConsoleDeprecated, ConsoleDeprecatedSubscriber } from "./page/wire.ts";

const mostSubscribers = 50;

export function describeDeprecated(
  { channels }: HubState,
  { notes, deprecated }: DescribeStateOptions,
): readonly ConsoleDeprecated[] {
  const subscribed = new Map<ContractChannel, ConsoleDeprecatedSubscriber[]>();
  for (const { name, subscribers } of channels.values()) {
    const channel = deprecated.channelOf(name);
    if (!channel) continue;
    const known = subscribed.get(channel) ?? [];
    for (const { socketId } of subscribers) {
      known.push({ socketId, client: notes.get(socketId)?.client ?? "", channel: name });
    }
    subscribed.set(channel, known);
  }
  return deprecated.parts().map(({ channel, event, deprecation, replacement, senders }) => {
    const { since, sunset } = deprecation;
    const all = subscribed.get(channel) ?? [];
    return {
      address: channel.address,
      ...(event && { event: event.name }),
      ...(since !== undefined && { since }),
      ...(sunset !== undefined && { sunset }),
      ...(replacement !== undefined && { replacement }),
      subscribers: first(all, mostSubscribers),
      subscriberCount: all.length,
      senders: senders.map(({ socketId, count, lastAt }) => ({
        ...(socketId !== undefined && { socketId }),
        count,
        lastAt,
      })),
    };
  });
}
