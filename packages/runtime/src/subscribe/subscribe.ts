// Subscribing handlers to a channel of the contract.
import type { Channel } from "../channel.ts";
import { noticeDeprecation } from "../deprecation.ts";
import { SubscribeError } from "../errors/subscribe-error.ts";
import { formatChannelName } from "../names/format-channel-name.ts";
import type { AnyChannel, ChannelListener } from "./channel-listener.ts";
import type { Membership, Subscriber } from "./create-subscriber.ts";
import { report } from "./report.ts";
import type {
  Handler,
  Handlers,
  SubscribeOptions,
  Subscription,
  SubscriptionState,
} from "./subscription.ts";

export interface SubscribeRequest<Parameters, Events> extends SubscribeOptions {
  readonly parameters: Parameters;
  /** Read when an event comes, so that its fields may be getters. */
  readonly handlers: Handlers<Events>;
}

/**
 * Subscribes handlers to the channel that the parameters name.
 *
 * @throws {ChannelParameterError} when the parameters give no legal channel name; all else goes to `onError`
 */
export function subscribe<Parameters, Events>(
  subscriber: Subscriber,
  channel: Channel<Parameters, Events>,
  request: SubscribeRequest<Parameters, Events>,
): Subscription {
  return openSubscription(subscriber, channel, request).subscription;
}

/** A subscription, and the shared channel behind it. */
export interface OpenSubscription {
  readonly subscription: Subscription;
  readonly membership: Membership;
}

/** Does the work of `subscribe`; `onMembers` is for presence channels. */
export function openSubscription<Parameters, Events>(
  subscriber: Subscriber,
  channel: Channel<Parameters, Events>,
  request: SubscribeRequest<Parameters, Events> & Pick<ChannelListener, "onMembers">,
): OpenSubscription {
  const name = formatChannelName(channel, request.parameters);
  const onError = request.onError ?? subscriber.options.onError;
  const handlers = request.handlers as Readonly<Record<string, Handler<unknown> | undefined>>;
  let closed = false;

  // what a caller's callback throws must not reach pusher-js
  const guard = (callback: () => void) => {
    try {
      callback();
    } catch (cause) {
      const error = new SubscribeError("handler-failed", "a callback failed", {
        channel: name,
        cause,
      });
      report([onError], error, { stage: "handle", channel: name });
    }
  };

  noticeDeprecations(subscriber, channel as unknown as AnyChannel, handlers);
  const { onMembers } = request;
  const membership = subscriber.join(name, {
    definition: channel as unknown as AnyChannel,
    handlerOf: (key) => (Object.hasOwn(handlers, key) ? handlers[key] : undefined),
    onError,
    onState: (state) => guard(() => request.onStateChange?.(state)),
    onResubscribed: () => guard(() => request.onResubscribed?.()),
    ...(onMembers && { onMembers: (current) => guard(() => onMembers(current)) }),
  });
  const subscription: Subscription = {
    channel: name,
    get state(): SubscriptionState {
      return closed ? "closed" : membership.joined.state;
    },
    unsubscribe() {
      if (closed) return;
      closed = true;
      membership.leave();
      guard(() => request.onStateChange?.("closed"));
    },
  };
  return { subscription, membership };
}

function noticeDeprecations(
  { options }: Subscriber,
  { key, deprecated, events }: AnyChannel,
  handlers: Readonly<Record<string, unknown>>,
): void {
  noticeDeprecation({ channel: key, deprecation: deprecated }, options.onDeprecated);
  for (const [event, definition] of Object.entries(events)) {
    if (!definition.deprecated || !handlers[event]) continue;
    const notice = { channel: key, event: definition.name, deprecation: definition.deprecated };
    noticeDeprecation(notice, options.onDeprecated);
  }
}
