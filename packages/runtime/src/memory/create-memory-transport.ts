// Pusher within one process, for tests: the same rules and limits, no network.
import type { ChannelSigner } from "../auth/channel-signer.ts";
import { TransportError } from "../errors/transport-error.ts";
import type { PusherServer } from "../publish/pusher-server.ts";
import { judgeBatch, judgeTrigger, type TriggeredEvent } from "./judge-trigger.ts";
import type { MemoryAuthorize } from "./memory-channel.ts";
import { MemoryClient } from "./memory-client.ts";
import { createMemoryHub } from "./memory-hub.ts";

export interface MemoryConnectOptions {
  /** Decides over channels that are not public. @default all are refused */
  readonly authorize?: MemoryAuthorize | undefined;
}

/** As a client of `pusher`, with the channels of one request as it takes them: one, or a list of a hundred at most. */
export interface MemoryServer extends PusherServer {
  trigger(
    channel: string | readonly string[],
    event: string,
    data: unknown,
    params?: { socket_id?: string },
  ): Promise<unknown>;
}

export interface MemoryTransport {
  /** For `createPublisher`. It delivers before its promise resolves. */
  readonly server: MemoryServer;
  /** For `createAuthorizer`; its signatures prove nothing outside of this transport. */
  readonly signer: ChannelSigner;
  /** Everything that was published, oldest first. */
  readonly published: readonly TriggeredEvent[];
  /** Answers a connected client, for `createSubscriber`. */
  connect(options?: MemoryConnectOptions): MemoryClient;
  /** Refuses the next request of the server, with a status or, without one, like a broken connection. */
  failNext(status?: number): void;
  /** Resolves when all subscriptions under way are confirmed or refused. */
  settled(): Promise<void>;
}

/** Creates a transport of its own: nothing is shared with another one. */
export function createMemoryTransport(): MemoryTransport {
  const hub = createMemoryHub();
  const published: TriggeredEvent[] = [];
  const underWay = new Set<Promise<void>>();
  const failures: Error[] = [];
  let connections = 0;

  // asynchronous, so that what it throws is a rejection
  async function send(judge: () => readonly TriggeredEvent[]): Promise<object> {
    const failure = failures.shift();
    if (failure) throw failure;
    const judged = judge();
    published.push(...judged);
    for (const event of judged) hub.deliver(event);
    return {};
  }

  return {
    server: {
      trigger: (channels, name, data, params) =>
        send(() => judgeTrigger([channels].flat(), { name, data, ...params })),
      triggerBatch: (events) => send(() => judgeBatch(events)),
      sendToUser: (userId, name, data) =>
        send(() => judgeTrigger([`#server-to-user-${userId}`], { name, data })),
    },
    signer: {
      authorizeChannel(socketId, channel, data) {
        const channel_data = data && JSON.stringify(data);
        const auth = `memory:${socketId}:${channel}`;
        return { auth, ...(channel_data !== undefined && { channel_data }) };
      },
    },
    published,
    connect({ authorize = refuse } = {}) {
      return new MemoryClient({
        hub,
        authorize,
        nextSocketId: () => `1.${++connections}`,
        track: (work) => {
          underWay.add(work);
          void work.finally(() => underWay.delete(work));
        },
      });
    },
    failNext(status) {
      failures.push(
        status === undefined
          ? new Error("connection reset")
          : new TransportError(status, `answered ${status} as the test asked`),
      );
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}

const refuse: MemoryAuthorize = () => ({
  granted: false,
  status: 403,
  reason: "this client has no authorization; give connect the option `authorize`",
});
