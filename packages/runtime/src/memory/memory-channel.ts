// A channel of a memory client, with the fields and habits of a pusher-js channel.
import type { AuthorizationDecision } from "../auth/create-authorizer.ts";
import { TransportError } from "../errors/transport-error.ts";
import { channelKindOf, channelTraitsOf } from "../names/channel-kind.ts";
import {
  payloadLimitBytes,
  presenceUserIdLimit,
  presenceUserInfoLimitBytes,
  serverChannelNameLimit,
} from "../names/limits.ts";
import { hasChannelNameCharacters, isClientEventName } from "../names/name-rules.ts";
import { createEmitter, type Emitter } from "./emitter.ts";
import type { HubMember, HubSubscriber, MemoryHub } from "./memory-hub.ts";

/** Decides whether a connection may enter a channel; `authorize` of an authorizer, bound to a viewer. */
export type MemoryAuthorize = (request: {
  readonly socketId: string;
  readonly channelName: string;
}) => AuthorizationDecision | Promise<AuthorizationDecision>;

export interface MemoryMembers {
  members: Record<string, unknown>;
  myID: string | null;
}

export interface MemoryChannelOptions {
  readonly hub: MemoryHub;
  /** Whether the connection may send a client event now; asked once for each. */
  readonly mayTrigger: () => boolean;
}

export class MemoryChannel {
  readonly name: string;
  readonly members: MemoryMembers = { members: {}, myID: null };
  subscribed = false;
  subscriptionPending = false;
  subscriptionCancelled = false;
  readonly #hub: MemoryHub;
  readonly #mayTrigger: () => boolean;
  readonly #emitter: Emitter = createEmitter();
  #subscriber: HubSubscriber | undefined;

  constructor(name: string, { hub, mayTrigger }: MemoryChannelOptions) {
    this.name = name;
    this.#hub = hub;
    this.#mayTrigger = mayTrigger;
  }

  bind: Emitter["bind"] = (event, callback) => this.#emitter.bind(event, callback);
  unbind: Emitter["unbind"] = (event, callback) => this.#emitter.unbind(event, callback);
  bind_global: Emitter["bind_global"] = (callback) => this.#emitter.bind_global(callback);
  unbind_global: Emitter["unbind_global"] = (callback) => this.#emitter.unbind_global(callback);

  /** Bindings that are there now; a test can see that none was left behind. */
  get bindings(): number {
    return this.#emitter.bindings;
  }

  /**
   * Answers whether it was sent; one more than the server allows in a second is sent in vain.
   *
   * @throws {TransportError} where Pusher would refuse the event
   */
  trigger(event: string, data: unknown): boolean {
    if (!isClientEventName(event)) {
      throw new TransportError(400, `${event}: the name of a client event begins with client-`);
    }
    if (!channelTraitsOf(channelKindOf(this.name)).clientEvents) {
      throw new TransportError(403, `${event}: ${this.name} takes no client events`);
    }
    if (new TextEncoder().encode(JSON.stringify(data)).length > payloadLimitBytes) {
      throw new TransportError(413, `${event}: the data is more than ${payloadLimitBytes} bytes`);
    }
    if (!this.#subscriber) return false;
    if (this.#mayTrigger()) this.#hub.relay(this.name, this.#subscriber, event, data);
    return true;
  }

  /** Asks for authorization where the channel needs it, then enters; `onGivenUp` is called where nobody wants it by then. */
  async subscribe(
    socketId: string,
    authorize: MemoryAuthorize,
    onGivenUp: () => void,
  ): Promise<void> {
    this.subscriptionPending = true;
    this.subscriptionCancelled = false;
    const decision = await this.#ask(socketId, authorize);
    // the connection may be another one by now
    if (!this.subscriptionPending) return;
    this.subscriptionPending = false;
    if (this.subscriptionCancelled) {
      onGivenUp();
      return;
    }
    try {
      if (!decision.granted) throw new TransportError(decision.status, decision.reason);
      this.#enter(socketId, decision.authorization.channel_data);
    } catch (error) {
      this.leave();
      const { status, message } = error as TransportError;
      this.#emitter.emit("pusher:subscription_error", {
        type: "AuthError",
        error: message,
        status,
      });
    }
  }

  /** Leaves the channel, or forgets a connection that is gone. */
  leave(): void {
    if (this.#subscriber) this.#hub.leave(this.name, this.#subscriber);
    this.#subscriber = undefined;
    this.subscribed = false;
    this.subscriptionPending = false;
    this.members.members = {};
    this.members.myID = null;
  }

  async #ask(socketId: string, authorize: MemoryAuthorize): Promise<AuthorizationDecision> {
    await Promise.resolve();
    if (!channelTraitsOf(channelKindOf(this.name)).authorized) {
      return { granted: true, authorization: { auth: "" } };
    }
    try {
      return await authorize({ socketId, channelName: this.name });
    } catch (error) {
      return { granted: false, status: 403, reason: String(error) };
    }
  }

  #enter(socketId: string, data: string | undefined): void {
    if (this.name.length > serverChannelNameLimit || !hasChannelNameCharacters(this.name)) {
      throw new TransportError(400, `channel name ${JSON.stringify(this.name)}: is not legal`);
    }
    const member = data === undefined ? undefined : (JSON.parse(data) as HubMember);
    if (channelTraitsOf(channelKindOf(this.name)).presence && !member) {
      throw new TransportError(403, `${this.name}: the authorization has no channel_data`);
    }
    if (member) assertMember(this.name, member);
    this.subscribed = true;
    this.members.myID = member?.user_id ?? null;
    this.#subscriber = {
      socketId,
      member,
      receive: (event, payload, metadata) => this.#receive(event, payload, metadata),
    };
    this.#hub.enter(this.name, this.#subscriber);
  }

  #receive(event: string, data: unknown, metadata?: { readonly user_id?: string }): void {
    const { members } = this.members;
    if (event === "pusher:subscription_succeeded") {
      for (const one of data as HubMember[]) members[one.user_id] = one.user_info;
    } else if (event === "pusher:member_added") {
      members[(data as HubMember).user_id] = (data as HubMember).user_info;
    } else if (event === "pusher:member_removed") {
      delete members[(data as HubMember).user_id];
    }
    this.#emitter.emit(event, event.startsWith("pusher:") ? this.members : data, metadata);
  }
}

function assertMember(channel: string, { user_id, user_info = null }: HubMember): void {
  const infoBytes = new TextEncoder().encode(JSON.stringify(user_info)).length;
  if (String(user_id).length > presenceUserIdLimit) {
    throw new TransportError(400, `${channel}: user_id has over ${presenceUserIdLimit} characters`);
  }
  if (infoBytes > presenceUserInfoLimitBytes) {
    const problem = `user_info has over ${presenceUserInfoLimitBytes} bytes`;
    throw new TransportError(400, `${channel}: ${problem}`);
  }
}
