// Events that are published one by one, but in one turn of the event loop, share requests, in the order of the calls.
import type { PublishError } from "../errors/publish-error.ts";
import { eventsPerBatchLimit } from "../names/limits.ts";
import { type CallPusherOptions, type Settle, settleAsPusher } from "./call-pusher.ts";
import type { PusherBatchEvent, PusherServer } from "./pusher-server.ts";

export interface SharedRequests {
  /** Sends an event together with the others of this turn. Rejects for this event alone, as `callPusher` does. */
  send(event: PusherBatchEvent, options: CallPusherOptions): Promise<void>;
  /** Starts the request of this turn now, so that what is sent afterwards does not overtake it. */
  start(): void;
}

interface Shared extends Settle {
  readonly event: PusherBatchEvent;
  readonly options: CallPusherOptions;
}

export function shareRequests(pusher: PusherServer): SharedRequests {
  let open: Shared[] = [];

  function start(): void {
    const request = open;
    open = [];
    if (request.length === 0) return;
    const events = request.map(({ event }) => event);
    const answer = attempt(() => sendTogether(pusher, events));
    for (const { event, options, resolve, reject } of request) {
      settleAsPusher(answer, options, {
        resolve,
        reject: (error) => {
          if (request.length === 1 || !mayPassAlone(error)) reject(error);
          else settleAsPusher(() => sendTogether(pusher, [event]), options, { resolve, reject });
        },
      });
    }
  }

  return {
    send: (event, options) =>
      new Promise((resolve, reject) => {
        if (open.length === 0) void Promise.resolve().then(start);
        open.push({ event, options, resolve, reject });
        if (open.length === eventsPerBatchLimit) start();
      }),
    start,
  };
}

// one of them was refused, and nobody says which; or the server takes no batches
function mayPassAlone({ retryable, status }: PublishError): boolean {
  return !retryable || status === 404;
}

/** Sends events in one request; at least one, and no more than Pusher takes at once. */
export function sendTogether(
  pusher: PusherServer,
  events: readonly PusherBatchEvent[],
): Promise<unknown> {
  // copies, because `triggerBatch` writes into what it is given
  if (events.length > 1) return pusher.triggerBatch(events.map((event) => ({ ...event })));
  const { channel, name, data, socket_id } = events[0] as PusherBatchEvent;
  return pusher.trigger(channel, name, data, socket_id === undefined ? {} : { socket_id });
}

/** Calls now, and keeps what is thrown for those who ask for the answer. */
function attempt(call: () => Promise<unknown>): () => Promise<unknown> {
  try {
    const answer = call();
    return () => answer;
  } catch (cause) {
    return () => {
      throw cause;
    };
  }
}
