// Events that are published one by one, but in one turn of the event loop, share requests, in the order of the calls.
import type { PublishError } from "../errors/publish-error.ts";
import { eventsPerBatchLimit } from "../names/limits.ts";
import { type CallPusherOptions, callPusher } from "./call-pusher.ts";
import type { PusherBatchEvent, PusherServer } from "./pusher-server.ts";

export interface SharedRequests {
  /** Sends an event together with the others of this turn. Rejects for this event alone, as `callPusher` does. */
  send(event: PusherBatchEvent, options: CallPusherOptions): Promise<void>;
  /** Resolves when the request of this turn is under way, so that what is sent afterwards does not overtake it. */
  started(): Promise<unknown> | undefined;
}

interface Request {
  readonly events: PusherBatchEvent[];
  /** Resolves with what answers, or throws what the client threw at once. */
  readonly started: Promise<() => Promise<unknown>>;
}

export function shareRequests(pusher: PusherServer): SharedRequests {
  let open: Request | undefined;

  function openRequest(): Request {
    const events: PusherBatchEvent[] = [];
    const request: Request = {
      events,
      started: Promise.resolve().then(() => {
        if (open === request) open = undefined;
        // copies, because `triggerBatch` writes into what it is given
        return start(() =>
          sendTogether(
            pusher,
            events.map((event) => ({ ...event })),
          ),
        );
      }),
    };
    return request;
  }

  return {
    async send(event, options) {
      if (open === undefined || open.events.length === eventsPerBatchLimit) open = openRequest();
      const request = open;
      request.events.push(event);
      const call = await request.started;
      try {
        await callPusher(call, options);
      } catch (error) {
        if (request.events.length === 1 || !mayPassAlone(error as PublishError)) throw error;
        await callPusher(() => sendTogether(pusher, [event]), options);
      }
    },
    started: () => open?.started,
  };
}

// one of them was refused, and nobody says which; or the server takes no batches
function mayPassAlone({ retryable, status }: PublishError): boolean {
  return !retryable || status === 404;
}

/** Sends events in one request; they are no more than Pusher takes at once. */
export function sendTogether(
  pusher: PusherServer,
  [first, ...others]: readonly PusherBatchEvent[],
): Promise<unknown> {
  if (!first) return Promise.resolve();
  if (others.length > 0) return pusher.triggerBatch([first, ...others]);
  const { channel, name, data, ...params } = first;
  return pusher.trigger(channel, name, data, params);
}

/** Calls now, and keeps what is thrown for those who ask for the answer. */
function start(call: () => Promise<unknown>): () => Promise<unknown> {
  try {
    const answer = call();
    return () => answer;
  } catch (cause) {
    return () => {
      throw cause;
    };
  }
}
