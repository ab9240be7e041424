// What the hooks share: a subscription that lives as long as a component, and follows its last rendering.
import { type RefObject, useEffect, useInsertionEffect, useRef, useState } from "react";
import type { Channel } from "../channel.ts";
import { ChannelParameterError } from "../errors/channel-parameter-error.ts";
import { formatChannelName } from "../names/format-channel-name.ts";
import type { Subscriber } from "../subscribe/create-subscriber.ts";
import { report } from "../subscribe/report.ts";
import type { SubscribeRequest } from "../subscribe/subscribe.ts";
import type {
  Handlers,
  OnError,
  PresenceSubscribeOptions,
  Subscription,
  SubscriptionState,
} from "../subscribe/subscription.ts";
import { useSubscriber } from "./subscriber-context.ts";

/** Subscribes in one of the ways of `./subscribe`. */
export type SubscribeFunction<Definition, Parameters, Events, Member> = (
  subscriber: Subscriber,
  channel: Definition,
  request: SubscribeRequest<Parameters, Events> & LatestOptions<Member>,
) => Subscription;

/** Options that ask the last rendering's. */
export interface LatestOptions<Member> {
  readonly onMembersChange: (members: ReadonlyMap<string, Member>) => void;
}

/** Does the work of the hooks; `open` must be the same function in every rendering. */
export function useChannel<
  Parameters,
  Events,
  Member,
  Definition extends Channel<Parameters, Events>,
>(
  open: SubscribeFunction<Definition, Parameters, Events, Member>,
  channel: Definition,
  latestProps: Latest<Parameters, Events, Member>,
): SubscriptionState {
  const subscriber = useSubscriber();
  const latest = useLatest(latestProps);
  const { parameters } = latestProps;
  const name = subscriber && parameters && nameOf(channel, parameters);
  const [state, setState] = useState<SubscriptionState>(name === null ? "closed" : "pending");

  // the name stands for the parameters, which may be a new object in every rendering
  useEffect(() => {
    if (subscriber === null || name === null) {
      setState("closed");
      return;
    }
    const subscription = openLatest(open, subscriber, channel, latest, setState);
    setState(subscription?.state ?? "refused");
    return () => subscription?.unsubscribe();
  }, [open, subscriber, channel, name, latest]);

  return state;
}

/** What the last rendering asked for. */
export interface Latest<Parameters, Events, Member> {
  readonly parameters: Parameters | null;
  readonly handlers: Handlers<Events>;
  readonly options: PresenceSubscribeOptions<Member>;
}

function openLatest<Parameters, Events, Member, Definition extends Channel<Parameters, Events>>(
  open: SubscribeFunction<Definition, Parameters, Events, Member>,
  subscriber: Subscriber,
  channel: Definition,
  latest: RefObject<Latest<Parameters, Events, Member>>,
  setState: (state: SubscriptionState) => void,
): Subscription | undefined {
  // asked for each fault: a later rendering may be the first to listen
  const onError: OnError = (error, context) =>
    report([latest.current.options.onError ?? subscriber.options.onError], error, context);
  try {
    return open(subscriber, channel, {
      parameters: latest.current.parameters as Parameters,
      handlers: latestHandlers(channel, latest),
      onError,
      onResubscribed: () => latest.current.options.onResubscribed?.(),
      onMembersChange: (members) => latest.current.options.onMembersChange?.(members),
      onStateChange: (state) => {
        setState(state);
        latest.current.options.onStateChange?.(state);
      },
    });
  } catch (error) {
    // a slug from the address bar must not take the page down
    if (!(error instanceof ChannelParameterError)) throw error;
    onError(error, { stage: "subscribe", channel: error.channel });
    return undefined;
  }
}

// looked up for each event, so that the handlers of the last rendering are called
function latestHandlers<Parameters, Events>(
  channel: Channel<Parameters, Events>,
  latest: RefObject<{ readonly handlers: Handlers<Events> }>,
): Handlers<Events> {
  const handlers = {};
  for (const key of Object.keys(channel.events)) {
    const get = () => latest.current.handlers[key as keyof Events];
    Object.defineProperty(handlers, key, { enumerable: true, get });
  }
  return handlers;
}

function useLatest<Value>(value: Value): RefObject<Value> {
  const latest = useRef(value);
  // before any other effect, so that those already see it
  useInsertionEffect(() => {
    latest.current = value;
  });
  return latest;
}

// another name for each set of parameters that is illegal, so that each is reported
function nameOf<Parameters>(channel: Channel<Parameters, unknown>, parameters: Parameters): string {
  try {
    return formatChannelName(channel, parameters);
  } catch {
    return JSON.stringify(parameters);
  }
}
