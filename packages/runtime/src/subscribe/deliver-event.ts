// Handing one event of a channel to everyone who subscribed to it.
import type { LockstepError } from "../errors/lockstep-error.ts";
import { SubscribeError } from "../errors/subscribe-error.ts";
import { tellObservers } from "../observe.ts";
import type { AnyChannel, ChannelListener } from "./channel-listener.ts";
import { createEventReader, type EventReader, type ReadEvent } from "./event-reader.ts";
import { report } from "./report.ts";
import type { ReceivedEvent, SubscribeStage } from "./subscription.ts";

/**
 * Answers a function that reads an event once for each definition of the channel, whatever the number of listeners,
 * and calls their handlers in the order of subscription. One that throws does not stop the others.
 */
export function deliverEvent(
  channel: string,
  listeners: ReadonlySet<ChannelListener>,
): (event: string, data: unknown, userId: string | undefined) => void {
  const readers = new WeakMap<AnyChannel, EventReader>();

  function readerOf(definition: AnyChannel): EventReader {
    const reader = readers.get(definition) ?? createEventReader(definition, channel);
    readers.set(definition, reader);
    return reader;
  }

  return (name, data, userId) => {
    const all = [...listeners];
    for (const definition of new Set(all.map((listener) => listener.definition))) {
      const group = all.filter((listener) => listener.definition === definition);
      const reportFault = (stage: SubscribeStage, error: LockstepError) =>
        report(
          group.map(({ onError }) => onError),
          error,
          { stage, channel, event: name },
        );
      const read = readerOf(definition).read(name, data, reportFault);
      if (!read) continue;
      const event = describeEvent(name, channel, read, userId);
      for (const listener of group) {
        // a handler before this one may have ended the subscription
        if (listeners.has(listener)) handle(listener, read, event);
      }
    }
  };
}

function describeEvent(
  name: string,
  channel: string,
  { attributes }: ReadEvent,
  userId: string | undefined,
): ReceivedEvent {
  return {
    name,
    channel,
    ...(attributes && { attributes }),
    ...(userId !== undefined && { userId }),
  };
}

function handle(
  listener: ChannelListener,
  { key, payload }: ReadEvent,
  event: ReceivedEvent,
): void {
  const fail = (cause: unknown) => {
    const problem = `the handler failed (${cause instanceof Error ? cause.message : String(cause)})`;
    const { name, channel } = event;
    const error = new SubscribeError("handler-failed", problem, { channel, event: name, cause });
    report([listener.onError], error, { stage: "handle", channel, event: name });
  };
  const handler = listener.handlerOf(key);
  if (!handler) return;
  tellObservers({ kind: "handled", channel: listener.definition.key, event: key });
  try {
    Promise.resolve(handler(payload, event)).catch(fail);
  } catch (cause) {
    fail(cause);
  }
}
