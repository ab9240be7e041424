// Events in a CloudEvents envelope.
import { beforeEach, expect, it, vi } from "vitest";
import * as z from "zod/mini";
import type { Channel } from "../channel.ts";
import { createMemoryTransport, type MemoryTransport } from "../memory/index.ts";
import { createEventBuilders } from "../publish/create-event-builders.ts";
import { createPublisher } from "../publish/create-publisher.ts";
import { createSubscriber, subscribe } from "./index.ts";

interface Events {
  readonly created: { readonly text: string };
}
const channel: Channel<Record<never, never>, Events> = {
  key: "chat",
  address: "chat",
  parameters: {},
  events: {
    created: {
      name: "message_created",
      schema: z.object({ text: z.string() }),
      envelope: { type: "message_created" },
    },
  },
};
const build = createEventBuilders(channel, {});

let transport: MemoryTransport;
let faults: (readonly [string, string])[];
const created = vi.fn();

beforeEach(async () => {
  transport = createMemoryTransport();
  faults = [];
  created.mockReset();
  const subscriber = createSubscriber(transport.connect(), {
    onError: (error, { stage }) => void faults.push([stage, error.message]),
  });
  subscribe(subscriber, channel, { parameters: {}, handlers: { created } });
  await transport.settled();
});

const wire = (attributes: object, data: unknown = { text: "a" }) => ({
  specversion: "1.0",
  id: "1",
  source: "/s",
  type: "message_created",
  data,
  ...attributes,
});

const send = (data: unknown) => transport.server.trigger("chat", "message_created", data);

it("hands on the data, with the attributes beside it", async () => {
  const event = build.created({ text: "a" });
  await createPublisher(transport.server, { source: "/hotels" }).publish(event);
  expect(created.mock.calls).toEqual([
    [
      { text: "a" },
      {
        name: "message_created",
        channel: "chat",
        attributes: { ...event.envelope, id: event.id, source: "/hotels" },
      },
    ],
  ]);
  expect(faults).toEqual([]);
});

it("drops an event that came before", async () => {
  await send(wire({}));
  await send(wire({}));
  await send(wire({ source: "/other" }));
  expect(created).toHaveBeenCalledTimes(2);
  expect(faults).toEqual([]);
});

it("reports an invalid event once, however often it comes", async () => {
  await send(wire({}, { text: 1 }));
  await send(wire({}, { text: 1 }));
  expect(created).not.toHaveBeenCalled();
  expect(faults).toEqual([["validate", "message_created on chat: payload.text must be a string"]]);
});

// the outbox numbers every event with an envelope, so one that is not handed on must not look like a gap
it("sees no gap where an unknown or an invalid event came", async () => {
  const numbered = (sequence: number) => wire({ id: String(sequence), sequence: String(sequence) });
  await send(numbered(1));
  await transport.server.trigger("chat", "message_pinned", numbered(2));
  await transport.server.trigger("chat", "message_pinned", numbered(3));
  await send({ ...numbered(4), data: { text: 1 } });
  await send(numbered(5));
  expect(faults.map(([stage]) => stage)).toEqual(["unknown-event", "validate"]);
  await transport.server.trigger("chat", "message_pinned", numbered(7));
  expect(faults.at(-1)).toEqual([
    "sequence",
    "message_pinned on chat: sequence 6 was expected, 7 came; refetch what was missed",
  ]);
  expect(created).toHaveBeenCalledTimes(2);
});

it("believes no client's ids and sequences", async () => {
  await send(wire({ id: "1", sequence: "1" }));
  await transport.server.trigger("chat", "client-x", wire({ id: "2", sequence: "900" }));
  await send(wire({ id: "2", sequence: "2" }));
  expect(created).toHaveBeenCalledTimes(2);
  expect(faults.map(([stage]) => stage)).toEqual(["unknown-event"]);
});

it("reports a gap in the sequence, and hands the event on", async () => {
  for (const sequence of [7, 8, "9", 12, 11, 13]) {
    await send(wire({ id: String(sequence), sequence: String(sequence) }));
  }
  expect(created).toHaveBeenCalledTimes(6);
  expect(faults).toEqual([
    [
      "sequence",
      "message_created on chat: sequence 10 was expected, 12 came; refetch what was missed",
    ],
  ]);
});

it.each([
  [
    { text: "a" },
    'envelope.specversion must be "1.0"; envelope.type must be "message_created"; envelope.id must be a string that is not empty; envelope.source must be a string that is not empty; envelope.data is missing',
  ],
  [wire({ type: "other" }), 'envelope.type must be "message_created"'],
  [wire({ id: "" }), "envelope.id must be a string that is not empty"],
  [null, /envelope\.specversion/],
])("reports %j, which is no envelope of this event", async (data, message) => {
  await transport.server.trigger("chat", "message_created", JSON.stringify(data));
  expect(created).not.toHaveBeenCalled();
  expect(faults).toEqual([
    ["validate", expect.stringMatching(message instanceof RegExp ? message : /./)],
  ]);
  if (typeof message === "string")
    expect(faults[0]?.[1]).toBe(`message_created on chat: ${message}`);
});
