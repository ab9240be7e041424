// Being in a presence channel for as long as a component is mounted.
import type { PresenceChannel } from "../channel.ts";
import { subscribeToPresence } from "../subscribe/subscribe-to-presence.ts";
import type {
  Handlers,
  PresenceSubscribeOptions,
  SubscriptionState,
} from "../subscribe/subscription.ts";
import { useChannel } from "./use-channel.ts";

/**
 * Subscribes as `useSubscription` does; `options.onMembersChange` is told who is there.
 *
 * @returns the subscription's state; `closed` where there is no subscription
 */
export function usePresence<Parameters, Events, Member>(
  channel: PresenceChannel<Parameters, Events, Member>,
  parameters: Parameters | null,
  handlers: Handlers<Events>,
  options: PresenceSubscribeOptions<Member> = {},
): SubscriptionState {
  return useChannel(subscribeToPresence, channel, { parameters, handlers, options });
}
