// The publisher: events of the contract to Pusher, and every failure as one kind of rejection.
import type { ChannelEvent } from "../channel-event.ts";
import type { LockstepError } from "../errors/lockstep-error.ts";
import { PublishError } from "../errors/publish-error.ts";
import { isEncryptedChannel } from "../names/channel-kind.ts";
import { eventsPerBatchLimit } from "../names/limits.ts";
import { assertFits } from "./build-event.ts";
import { callPusher } from "./call-pusher.ts";
import type { WithDeprecated } from "./create-with-deprecated.ts";
import type { PusherBatchEvent, PusherServer } from "./pusher-server.ts";
import { sendTogether, shareRequests } from "./share-requests.ts";
import { wireData } from "./wire-data.ts";

export interface PublisherOptions {
  /** CloudEvents `source` of every event with an envelope, a URI reference; required where the contract has such. */
  readonly source?: string;
  /** How long one request to Pusher may take. @default 5000 */
  readonly timeoutMs?: number;
  /** Adds deprecated events to those that replaced them; generated code makes it of `publishDeprecated`. */
  readonly withDeprecated?: WithDeprecated | undefined;
}

export interface PublishOptions {
  /** The connection that does not get the events: that of the client that caused them. */
  readonly socketId?: string | undefined;
  /** How long one request to Pusher may take. @default the publisher's */
  readonly timeoutMs?: number | undefined;
}

export interface Publisher {
  /**
   * Sends events, in the order given, in as few requests as Pusher allows; single events that are published in one turn
   * of the event loop share requests too.
   *
   * Only rejects, never throws. Before anything is sent: {@link PayloadTooLargeError} when the envelope makes an event
   * too large, {@link PublishError} when one needs a `source` that the publisher was not given. After the requests before
   * the failing one: {@link PublishError} when Pusher did not take its events; its `events` are what was not sent, and its
   * `retryable` is false only where the events themselves are refused.
   *
   * Deprecated events go in requests of their own behind all others. Where one is rejected, the events that replaced them
   * have been sent; to publish the rejected ones again sends nothing twice.
   */
  publish(events: ChannelEvent | readonly ChannelEvent[], options?: PublishOptions): Promise<void>;
  /**
   * Sends an event to all connections of a signed-in user; the event's channel plays no part. Rejects as `publish`, and
   * with {@link PublishError} for an event of an encrypted channel: a user's own channel is not encrypted.
   *
   * @see https://pusher.com/docs/channels/using_channels/user-authentication/
   */
  sendToUser(
    userId: string,
    event: ChannelEvent,
    options?: Pick<PublishOptions, "timeoutMs">,
  ): Promise<void>;
}

/** Creates a publisher that sends through a client of `pusher`. */
export function createPublisher(
  pusher: PusherServer,
  { source, timeoutMs = 5000, withDeprecated }: PublisherOptions = {},
): Publisher {
  const shared = shareRequests(pusher);
  const sendAll = async (
    events: readonly ChannelEvent[],
    options: PublishOptions,
    later: readonly ChannelEvent[] = [],
  ): Promise<void> => {
    const wires = events.map((event) => toWire(event, source, options.socketId));
    shared.start();
    for (let start = 0; start < events.length; start += eventsPerBatchLimit) {
      const chunk = wires.slice(start, start + eventsPerBatchLimit);
      await callPusher(() => sendTogether(pusher, chunk), {
        events: [...events.slice(start), ...later],
        timeoutMs: options.timeoutMs ?? timeoutMs,
      });
    }
  };
  return {
    async publish(events, options = {}) {
      const list = "name" in events ? [events] : [...events];
      const deprecated = withDeprecated?.(list).slice(list.length) ?? [];
      const [event] = list;
      if (event && list.length === 1 && deprecated.length === 0) {
        await shared.send(toWire(event, source, options.socketId), {
          events: list,
          timeoutMs: options.timeoutMs ?? timeoutMs,
        });
        return;
      }
      await sendAll(list, options, deprecated);
      if (deprecated.length > 0) await sendAll(deprecated, options);
    },
    async sendToUser(userId, event, options = {}) {
      assertMayBeClear(event);
      const data = toText(event, source);
      await callPusher(() => pusher.sendToUser(userId, event.name, data), {
        events: [event],
        timeoutMs: options.timeoutMs ?? timeoutMs,
      });
    },
  };
}

/** Tells whether an error is a {@link PublishError}, also one of another copy of this package. */
export function isPublishError(error: unknown): error is PublishError {
  return error instanceof Error && (error as Partial<LockstepError>).code === "publish-failed";
}

function toWire(
  event: ChannelEvent,
  source: string | undefined,
  socketId: string | undefined,
): PusherBatchEvent {
  const { channel, name } = event;
  const text = toText(event, source);
  // `pusher` encodes what it encrypts, and sends any other text as it is
  const data: unknown = isEncryptedChannel(channel) ? JSON.parse(text) : text;
  return socketId === undefined
    ? { channel, name, data }
    : { channel, name, data, socket_id: socketId };
}

function assertMayBeClear(event: ChannelEvent): void {
  if (!isEncryptedChannel(event.channel)) return;
  const problem = "an event of an encrypted channel would reach the user's channel in clear";
  const wayOut = "publish it on its own channel";
  throw new PublishError(problem, { events: [event], retryable: false, wayOut });
}

function toText(event: ChannelEvent, source: string | undefined): string {
  if (event.envelope && !source) {
    throw new PublishError("its envelope needs a source", {
      events: [event],
      retryable: true,
      wayOut: "give createPublisher the option `source`, then it is worth a retry",
    });
  }
  const text = wireData(event, { source: source ?? "" });
  assertFits(event, text);
  return text;
}
