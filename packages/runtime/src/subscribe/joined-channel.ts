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
  /** Channel objects that the subscriber asked for itself, shared by its channels. */
  readonly own: WeakSet<PusherClientChannel>;
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
    this.#foreign = present !== undefined && !options.own.has(present);
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
    let channel: PusherClientChannel;
    try {
      channel = client.subscribe(name);
    } catch (cause) {
      // pusher-js throws where encryption is wanted and it has none
      this.#refuseSoon({ error: cause instanceof Error ? cause.message : String(cause) });
      return;
    }
    this.#watch(channel);
    if (channel.subscribed) {
      this.#confirm();
      return;
    }
    this.#wait();
    // an authorization that is refused at once is reported before anyone can hear it
    const answered =
      client.connection.state === "connected" && channel.subscriptionPending === false;
    if (answered) this.#refuseSoon(undefined);
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

  #watch(channel: PusherClientChannel): void {
    if (channel === this.#channel) return;
    this.#unwatch?.();
    this.#channel = channel;
    if (!this.#foreign) this.#options.own.add(channel);
    this.#unwatch = watchEvents(channel, this.#options.name, (event, data, userId) => {
      this.#receive(event, data, userId);
    });
  }

  // once the listener that asked is there to hear it
  #refuseSoon(data: unknown): void {
    queueMicrotask(() => this.#refuse(data));
  }

  #receive(event: string, data: unknown, userId: string | undefined): void {
    if (event === "pusher:subscription_succeeded") this.#confirm();
    else if (event === "pusher:subscription_error") this.#refuse(data);
    else if (event.startsWith("pusher:member_")) this.#tellMembers(this.#channel);
    else if (!event.startsWith("pusher:")) this.#deliver({ name: event, data, userId });
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
