// A client of the memory transport, with the parts of a pusher-js client that a subscriber uses.
import { clientEventsPerSecondLimit } from "../names/limits.ts";
import { createEmitter, type Emitter } from "./emitter.ts";
import { limitRate } from "./limit-rate.ts";
import { type MemoryAuthorize, MemoryChannel } from "./memory-channel.ts";
import type { MemoryHub } from "./memory-hub.ts";

export interface MemoryClientOptions {
  readonly hub: MemoryHub;
  readonly authorize: MemoryAuthorize;
  /** Answers a socket id that no other connection has. */
  readonly nextSocketId: () => string;
  /** Told of work under way. */
  readonly track: (work: Promise<void>) => void;
}

/** Life cycle: connected when made; `disconnect` and `connect` as often as a test wants to lose the connection. */
export class MemoryClient {
  readonly connection: MemoryConnection;
  readonly #options: MemoryClientOptions;
  readonly #channels = new Map<string, MemoryChannel>();
  readonly #emitter: Emitter = createEmitter();
  readonly #mayTrigger = limitRate(clientEventsPerSecondLimit);
  #state = "disconnected";
  #socketId = "";

  constructor(options: MemoryClientOptions) {
    this.#options = options;
    const client = this;
    this.connection = {
      get state() {
        return client.#state;
      },
      get socket_id() {
        return client.#socketId;
      },
      bind: (event, callback) => this.#emitter.bind(event, callback),
      unbind: (event, callback) => this.#emitter.unbind(event, callback),
    };
    this.connect();
  }

  channel(name: string): MemoryChannel | undefined {
    return this.#channels.get(name);
  }

  subscribe(name: string): MemoryChannel {
    const { hub } = this.#options;
    const mayTrigger = () => this.#mayTrigger() || this.#refuseRate();
    const channel = this.#channels.get(name) ?? new MemoryChannel(name, { hub, mayTrigger });
    this.#channels.set(name, channel);
    if (channel.subscriptionPending) channel.subscriptionCancelled = false;
    else if (!channel.subscribed && this.#state === "connected") {
      // as in pusher-js: a pending subscription is removed when its answer comes
      const remove = () => this.unsubscribe(name);
      this.#options.track(channel.subscribe(this.#socketId, this.#options.authorize, remove));
    }
    return channel;
  }

  unsubscribe(name: string): void {
    const channel = this.#channels.get(name);
    if (!channel) return;
    if (channel.subscriptionPending) {
      channel.subscriptionCancelled = true;
      return;
    }
    this.#channels.delete(name);
    channel.leave();
  }

  /** Connects with a new socket id, and subscribes again to everything. */
  connect(): void {
    if (this.#state === "connected") return;
    this.#socketId = this.#options.nextSocketId();
    this.#enter("connected", () => {
      for (const name of this.#channels.keys()) this.subscribe(name);
    });
  }

  /** Loses the connection; subscriptions stay wanted. */
  disconnect(): void {
    if (this.#state === "disconnected") return;
    this.#enter("disconnected", () => {
      for (const channel of this.#channels.values()) channel.leave();
    });
  }

  // as pusher-js tells an error that the server answers
  #refuseRate(): false {
    const message = `more than ${clientEventsPerSecondLimit} client events in a second`;
    this.#emitter.emit("error", { type: "PusherError", data: { code: 4301, message } });
    return false;
  }

  // as in pusher-js: the change, then its own work, then everyone else's
  #enter(state: string, work: () => void): void {
    const previous = this.#state;
    this.#state = state;
    this.#emitter.emit("state_change", { previous, current: state });
    work();
    this.#emitter.emit(state);
  }
}

export interface MemoryConnection {
  readonly state: string;
  readonly socket_id: string;
  bind: Emitter["bind"];
  unbind: Emitter["unbind"];
}
