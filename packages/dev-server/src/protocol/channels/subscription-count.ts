// How many are subscribed to a channel, told to those who are.
import { deliverToAll } from "../deliver.ts";
import { frames } from "../frames.ts";
import type { Channel, HubState } from "../hub-state.ts";
import { isUserChannel } from "../users/user-channel.ts";

// a crowd is told seldom: telling all of it of each newcomer takes the square of it
const crowd = 100;
const intervalMs = 5000;

/**
 * Tells the subscribers how many they are: at once up to a hundred, and a larger crowd every five seconds.
 *
 * @see Pusher, *Subscription counting*
 */
export function tellSubscriptionCount(hub: HubState, channel: Channel): void {
  if (!hub.subscriptionCounts || hub.closed) return;
  // members of a presence channel are told of each other, and a user is alone
  if (channel.traits.presence || isUserChannel(channel.name)) return;
  if (channel.subscribers.size <= crowd) {
    stopTelling(hub, channel);
    tell(hub, channel);
  } else if (!hub.countTimers.has(channel)) {
    const cancel = hub.clock.after(intervalMs, () => {
      hub.countTimers.delete(channel);
      tell(hub, channel);
    });
    hub.countTimers.set(channel, cancel);
  }
}

/** Calls off what a crowd would be told next. */
export function stopTelling(hub: HubState, channel: Channel): void {
  hub.countTimers.get(channel)?.();
  hub.countTimers.delete(channel);
}

function tell(hub: HubState, channel: Channel): void {
  const frame = frames.subscriptionCount(channel.name, channel.subscribers.size);
  deliverToAll(hub, channel, { frame, except: undefined });
}
