// Subscribing for as long as a component is mounted.
import type { Channel } from "../channel.ts";
import { subscribe } from "../subscribe/subscribe.ts";
import type { Handlers, SubscribeOptions, SubscriptionState } from "../subscribe/subscription.ts";
import { useChannel } from "./use-channel.ts";

/**
 * Subscribes to the channel that the parameters name while the component is mounted; `null` for not now.
 *
 * The handlers and options of the last rendering are called, and changing them does not subscribe again; parameters
 * that name another channel do. Without a subscriber above, nothing is subscribed. Parameters that give no legal name
 * go to `onError`, and the state is `refused`.
 *
 * @returns the subscription's state; `closed` where there is no subscription
 */
export function useSubscription<Parameters, Events>(
  channel: Channel<Parameters, Events>,
  parameters: Parameters | null,
  handlers: Handlers<Events>,
  options: SubscribeOptions = {},
): SubscriptionState {
  return useChannel(subscribe, channel, { parameters, handlers, options });
}
