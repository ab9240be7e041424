// Handing one event of a channel to everyone who subscribed to it.
import { SubscribeError } from "../errors/subscribe-error.ts";
import { tellObservers } from "../observe.ts";
import type { AnyChannel, ChannelListener } from "./channel-listener.ts";
import { createEventReader, type EventReader, type ReadEvent } from "./event-reader.ts";
import { report } from "./report.ts";
import type { ReceivedEvent } from "./subscription.ts";

/** What pusher-js hands over. */
export interface Arrival {
  readonly name: string;
  readonly data: unknown;
  /** Who sent it: of client events on presence channels. */
  readonly userId: string | undefined;
}

interface Delivery {
  readonly read: ReadEvent;
  readonly event: ReceivedEvent;
}

/**
 * Answers a function that reads an event once for each definition of the channel, whatever the number of listeners,
 * and calls their handlers in the order of subscription. One that throws does not stop the others.
 */
export function deliverEvent(
  channel: string,
  listeners: ReadonlySet<ChannelListener>,
): (arrival: Arrival) => void {
  const readers = new WeakMap<AnyChannel, EventReader>();

  function readerOf(definition: AnyChannel): EventReader {
    let reader = readers.get(definition);
    if (!reader) {
      reader = createEventReader(definition, channel);
      readers.set(definition, reader);
    }
    return reader;
  }

  function read(
    definition: AnyChannel,
    { name, data, userId }: Arrival,
    all: readonly ChannelListener[],
  ): Delivery | undefined {
    const reading = readerOf(definition).read(name, data, (stage, error) => {
      const group = all.filter((listener) => listener.definition === definition);
      const sinks = group.map(({ onError }) => onError);
      report(sinks, error, { stage, channel, event: name });
    });
    if (!reading) return undefined;
    // field by field: for each event, spreading costs more than reading
    const event: { -readonly [Key in keyof ReceivedEvent]: ReceivedEvent[Key] } = { name, channel };
    if (reading.attributes) event.attributes = reading.attributes;
    if (userId !== undefined) event.userId = userId;
    return { read: reading, event };
  }

  return (arrival) => {
    const all = [...listeners];
    const deliveries: (Delivery | undefined)[] = [];
    for (const [index, listener] of all.entries()) {
      const { definition } = listener;
      const first = all.findIndex((other) => other.definition === definition);
      const delivery = first < index ? deliveries[first] : read(definition, arrival, all);
      deliveries.push(delivery);
      // a handler before this one may have ended the subscription
      if (delivery && listeners.has(listener)) handle(listener, delivery);
    }
  };
}

function handle(listener: ChannelListener, { read, event }: Delivery): void {
  const { key, payload } = read;
  const handler = listener.handlerOf(key);
  if (!handler) return;
  tellObservers({ kind: "handled", channel: listener.definition.key, event: key });
  try {
    const result: unknown = handler(payload, event);
    // most handlers answer nothing, and a promise for each event is not free
    if (result !== undefined) {
      Promise.resolve(result).catch((cause: unknown) => reportFailure(listener, event, cause));
    }
  } catch (cause) {
    reportFailure(listener, event, cause);
  }
}

function reportFailure(
  { onError }: ChannelListener,
  { name, channel }: ReceivedEvent,
  cause: unknown,
): void {
  const problem = `the handler failed (${cause instanceof Error ? cause.message : String(cause)})`;
  const error = new SubscribeError("handler-failed", problem, { channel, event: name, cause });
  report([onError], error, { stage: "handle", channel, event: name });
}
