// Triggering a channel's client events from a component.
import { useState } from "react";
import type { Channel } from "../channel.ts";
import { ClientEventError } from "../errors/client-event-error.ts";
import { subscribeWithClientEvents } from "../subscribe/subscribe-with-client-events.ts";
import type {
  ClientEventSubscription,
  SubscribeOptions,
  Trigger,
} from "../subscribe/subscription.ts";
import { type SubscribeFunction, useChannel } from "./use-channel.ts";

/**
 * Answers a function that sends client events to the other subscribers of the channel that the parameters name. Only
 * who is subscribed may send, so this subscribes as `useSubscription` does; the hooks of one channel share it.
 *
 * @returns the same function in every rendering. It throws what `ClientEventSubscription.trigger` throws, and
 * `ClientEventError` where there is no subscription: parameters that are `null`, no subscriber above, or unmounted
 */
export function useTrigger<Parameters, Events>(
  channel: Channel<Parameters, Events>,
  parameters: Parameters | null,
  options: SubscribeOptions = {},
): Trigger<Events> {
  const [{ open, trigger }] = useState(() => createOpener(channel));
  useChannel(open, channel, { parameters, handlers: {}, options });
  return trigger;
}

interface Opener<Parameters, Events> {
  readonly open: SubscribeFunction<Channel<Parameters, Events>, Parameters, Events, never>;
  readonly trigger: Trigger<Events>;
}

function createOpener<Parameters, Events>(
  channel: Channel<Parameters, Events>,
): Opener<Parameters, Events> {
  let current: ClientEventSubscription<Events> | undefined;
  return {
    open(subscriber, definition, request) {
      current = subscribeWithClientEvents(subscriber, definition, request);
      return current;
    },
    trigger(event, payload) {
      if (current === undefined) {
        const place = { channel: channel.address, event: channel.events[event].name };
        throw new ClientEventError("there is no subscription", place);
      }
      current.trigger(event, payload);
    },
  };
}
