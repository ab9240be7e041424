// One channel of one client, shared by all its subscriptions: one binding, one state, one reading of each event.
import { SubscribeError } from "../errors/subscribe-error.ts";
import type { ChannelListener } from "./channel-listener.ts";
import { deliverEvent } from "./deliver-event.ts";
import type { PusherClient, PusherClientChannel } from "./pusher-client.ts";
import { report } from "./report.ts";
import type { SubscriptionState } from "./subscription.ts";
import { watchEvents } from "./watch-events.ts";

export interface JoinedChannelOptions {
  readonly client: PusherClient;
  readonly name: string;
  readonly subscribeTimeoutMs: number;
}

/** Life cycle: `subscribe` any number of times, then `leave` once. */
export class JoinedChannel {
  readonly listeners: Set<ChannelListener> = new Set();
  readonly #options: JoinedChannelOptions;
  /** Somebody subscribed before us, so that the subscription is not ours to end. */
  readonly #foreign: boolean;
  /** Listeners that have been told of a confirmed subscription. */
  readonly #confirmed = new WeakSet<ChannelListener>();
  readonly #deliver: ReturnType<typeof deliverEvent>;
  #state: SubscriptionState = "pending";
  #channel: PusherClientChannel | undefined;
  #unwatch: (() => void) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: JoinedChannelOptions) {
    this.#options = options;
    const present = options.client.channel(options.name);
    this.#foreign = present !== undefined && !present.subscriptionCancelled;
    this.#deliver = deliverEvent(options.name, this.listeners);
  }

  get state(): SubscriptionState {
    return this.#state;
  }

  /** The channel object of pusher-js; another one after somebody else ended and renewed the subscription. */
  get channel(): PusherClientChannel | undefined {
    return this.#channel;
  }

  add(listener: ChannelListener): void {
    // first the subscription, so that a listener is told of changes only, never of the state that it starts in
    this.subscribe();
    this.listeners.add(listener);
    if (this.#state !== "subscribed") return;
    this.#confirmed.add(listener);
    listener.onMembers?.(this.#channel);
  }

  /** Asks pusher-js for the subscription; where it stands already, nothing happens. */
  subscribe(): void {
    const { client, name } = this.#options;
    const channel = client.subscribe(name);
    if (channel !== this.#channel) {
      this.#unwatch?.();
      this.#channel = channel;
      this.#unwatch = watchEvents(channel, name, (event, data, userId) => {
        this.#receive(event, data, userId);
      });
    }
    if (channel.subscribed) this.#confirm();
    else this.#wait();
  }

  /** The connection is gone; pusher-js subscribes again when it is back. */
  suspend(): void {
    this.#wait();
    // pusher-js forgets the members only after this
    this.#tellMembers(undefined);
  }

  leave(): void {
    clearTimeout(this.#timer);
    this.#unwatch?.();
    if (!this.#foreign) this.#options.client.unsubscribe(this.#options.name);
  }

  #receive(event: string, data: unknown, userId: string | undefined): void {
    if (event === "pusher:subscription_succeeded") this.#confirm();
    else if (event === "pusher:subscription_error") this.#refuse(data);
    else if (event.startsWith("pusher:member_")) this.#tellMembers(this.#channel);
    else if (!event.startsWith("pusher:")) this.#deliver(event, data, userId);
  }

  #wait(): void {
    this.#enter("pending");
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#giveUp(), this.#options.subscribeTimeoutMs);
  }

  #confirm(): void {
    clearTimeout(this.#timer);
    if (this.#state === "subscribed") return;
    this.#enter("subscribed");
    this.#tellMembers(this.#channel);
    for (const listener of [...this.listeners]) {
      if (this.#confirmed.has(listener)) listener.onResubscribed();
      this.#confirmed.add(listener);
    }
  }

  #refuse(data: unknown): void {
    clearTimeout(this.#timer);
    this.#enter("refused");
    const { status, error } = Object(data) as {
      readonly status?: number;
      readonly error?: unknown;
    };
    const reason = typeof error === "string" && error !== "" ? ` (${error})` : "";
    this.#report(
      new SubscribeError(
        "subscription-refused",
        `the subscription was refused${reason}; check the authorization endpoint's policy for this channel`,
        { channel: this.#options.name, status, cause: data },
      ),
    );
  }

  // Pusher refuses without naming the channel, so that its silence is the only sign
  #giveUp(): void {
    const { client, name, subscribeTimeoutMs } = this.#options;
    const { state } = client.connection;
    if (state === "connected") this.#enter("refused");
    const problem = `no confirmation within ${subscribeTimeoutMs} ms, the connection is ${state}`;
    this.#report(new SubscribeError("subscription-timed-out", problem, { channel: name }));
  }

  #report(error: SubscribeError): void {
    const sinks = [...this.listeners].map(({ onError }) => onError);
    report(sinks, error, { stage: "subscribe", channel: this.#options.name });
  }

  #enter(state: SubscriptionState): void {
    if (state === this.#state) return;
    this.#state = state;
    for (const listener of [...this.listeners]) listener.onState(state);
  }

  #tellMembers(channel: PusherClientChannel | undefined): void {
    for (const listener of [...this.listeners]) listener.onMembers?.(channel);
  }
}
