// A publisher of one version and a subscriber of another on one wire, and what came of it.
import { createMemoryTransport } from "@lockstep/runtime/memory";
import type { PusherServer } from "@lockstep/runtime/publish";
import { createSubscriber, type PusherClient } from "@lockstep/runtime/subscribe";
import type { Version } from "./versions.ts";

type Json = Readonly<Record<string, unknown>>;

/** An event as one version of the contract builds it. */
export interface Send {
  readonly channel: string;
  readonly parameters: Json;
  readonly event: string;
  readonly payload: unknown;
  readonly attributes?: Json;
}

/** A channel as a page subscribes to it. */
export type Place = Pick<Send, "channel" | "parameters">;

export interface Wire {
  readonly server: PusherServer;
  readonly client: PusherClient;
  /** Resolves when what was published has been delivered, and every subscription settled. */
  readonly settled: () => Promise<void>;
}

export interface Meeting {
  readonly publisher: Version;
  readonly subscriber: Version;
  readonly sends: readonly Send[];
  readonly places: readonly Place[];
  readonly wire?: Wire;
  /** Options of the publisher. */
  readonly options?: object;
}

/** Every send is sent twice, so that what is told once can be told from what is told each time. */
export interface Outcome {
  /** `channel.event payload`, in the order in which handlers were called. */
  readonly received: readonly string[];
  /** `stage event` of each call of `onError`. */
  readonly errors: readonly string[];
}

export async function meet(meeting: Meeting): Promise<Outcome> {
  const { publisher, subscriber, sends, places, wire = memoryWire(), options } = meeting;
  const received: string[] = [];
  const errors: string[] = [];
  const listening = createSubscriber(wire.client, {
    onError: (_, { stage, event }) => errors.push(`${stage} ${event}`),
    onDeprecated: () => {},
  });
  for (const { channel, parameters } of places) {
    const handlers = subscriber
      .eventsOf(channel)
      .map((event) => [
        event,
        (payload: unknown) => void received.push(describe({ channel, event, payload })),
      ]);
    // a channel that this version does not have is one that its pages do not know of
    subscriber.subscribeTo(channel)?.(listening, parameters, Object.fromEntries(handlers));
  }
  await wire.settled();
  const sending = publisher.createPublisher(wire.server, { source: "/skew", ...options });
  for (const { channel, parameters, event, payload, attributes } of [...sends, ...sends]) {
    const build = publisher.builders(channel)?.(parameters)[event];
    if (!build) throw new Error(`the publisher has no ${event} on ${channel}`);
    await sending.publish(build(payload, attributes));
  }
  await wire.settled();
  return { received, errors };
}

/** What must come of it where nothing is lost: all that the subscriber's version has a key for, unchanged. */
export function promised({ subscriber, sends, places }: Meeting): Outcome {
  const isHeard = ({ channel, parameters }: Send) =>
    places.some(
      (place) =>
        place.channel === channel &&
        JSON.stringify(place.parameters) === JSON.stringify(parameters),
    );
  const heard = sends.filter(
    (send) => isHeard(send) && subscriber.subscribeTo(send.channel) !== undefined,
  );
  const known = heard.filter(({ channel, event }) => subscriber.eventsOf(channel).includes(event));
  const unknown = heard.filter((send) => !known.includes(send));
  return {
    received: [...known, ...known].map(describe),
    errors: [...new Set(unknown.map(({ event }) => `unknown-event ${event}`))],
  };
}

function describe({ channel, event, payload }: Omit<Send, "parameters">): string {
  return `${channel}.${event} ${JSON.stringify(payload)}`;
}

function memoryWire(): Wire {
  const { server, connect, settled } = createMemoryTransport();
  return { server, client: connect(), settled };
}
