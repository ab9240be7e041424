// Dual publishing: what is made of an event, until when, and what happens where it cannot be made.
import { describe, expect, it, onTestFinished, vi } from "vitest";
import * as z from "zod/mini";
import type { Channel } from "../channel.ts";
import type { DeprecationNotice } from "../deprecation.ts";
import { DeprecatedTwinError } from "../errors/deprecated-twin-error.ts";
import { PublishError } from "../errors/publish-error.ts";
import { createEventBuilders } from "./create-event-builders.ts";
import { createPublisher } from "./create-publisher.ts";
import { createWithDeprecated, type WithDeprecatedOptions } from "./create-with-deprecated.ts";
import { deprecatedTwin } from "./deprecated-twin.ts";
import type { PusherServer } from "./pusher-server.ts";

interface Message {
  readonly id: number;
  readonly text: string;
}
const message = z.object({ id: z.number(), text: z.string().check(z.minLength(1)) });

type Rooms = Channel<{ readonly room: number }, { readonly created: Message }>;
const rooms: Rooms = {
  key: "rooms",
  address: "private-room-{room}",
  parameters: { room: { type: "integer" } },
  events: { created: { name: "message_created", schema: message, envelope: { type: "created" } } },
};

interface OldEvents {
  readonly created: Message;
  readonly obsolete: { readonly payload: Message };
}
/** Each test has a key of its own: what is told once is told once in the process. */
function oldRooms(key: string): Channel<{ readonly room: number }, OldEvents> {
  return {
    key,
    address: "room-{room}",
    parameters: { room: { type: "integer" } },
    events: {
      created: { name: "message_created", schema: message, envelope: { type: "created" } },
      obsolete: {
        name: "message-created",
        schema: z.object({ payload: message }),
        deprecated: { sunset: "2027-03-31", use: "created" },
      },
    },
    deprecated: { sunset: "2027-06-30", use: "rooms" },
  };
}

function twinsOf(key: string, mapPayload = (payload: Message) => ({ payload })) {
  const of = { channel: rooms, event: "created" } as const;
  const channel = oldRooms(key);
  return [
    deprecatedTwin({ of, twin: { channel, event: "created" } }),
    deprecatedTwin({ of, twin: { channel, event: "obsolete" }, mapPayload }),
  ];
}

const on = (day: string): WithDeprecatedOptions => ({ now: () => new Date(`${day}T23:59:59Z`) });
const hello = createEventBuilders(rooms, { room: 7 }).created({ id: 1, text: "hello" });

describe("withDeprecated", () => {
  it("answers the event, and behind it what it replaced", () => {
    const [first, same, obsolete, ...rest] = createWithDeprecated(
      twinsOf("a"),
      on("2027-01-01"),
    )(hello);
    expect(first).toBe(hello);
    expect(same).toEqual({ ...hello, id: same?.id, channel: "room-7" });
    expect(obsolete).toEqual({
      id: obsolete?.id,
      channel: "room-7",
      name: "message-created",
      data: '{"payload":{"id":1,"text":"hello"}}',
    });
    expect(rest).toEqual([]);
  });

  it("gives each an id of its own, the same every time", () => {
    const withDeprecated = createWithDeprecated(twinsOf("b"), on("2027-01-01"));
    const ids = withDeprecated(hello).map(({ id }) => id);
    expect(withDeprecated(JSON.parse(JSON.stringify(hello))).map(({ id }) => id)).toEqual(ids);
    expect(new Set(ids).size).toBe(3);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-[48][0-9a-f]{3}-[89ab]/);
    const other = createEventBuilders(rooms, { room: 7 }).created({ id: 1, text: "hello" });
    expect(withDeprecated(other).map(({ id }) => id)).not.toContain(ids[1]);
  });

  it("makes nothing again that is given already", () => {
    const withDeprecated = createWithDeprecated(twinsOf("c"), on("2027-01-01"));
    const all = withDeprecated([hello]);
    expect(withDeprecated(all)).toEqual(all);
  });

  it("leaves events that replaced nothing as they are", () => {
    const withDeprecated = createWithDeprecated(twinsOf("d"), on("2027-01-01"));
    const other = { ...hello, channel: "private-hall" };
    expect(withDeprecated([other, { ...hello, name: "other" }])).toHaveLength(2);
    expect(createWithDeprecated([])([hello])).toEqual([hello]);
  });

  it("sends on the last day, and no longer on the day after, which it tells once", () => {
    const told: DeprecationNotice[] = [];
    const at = (day: string) =>
      createWithDeprecated(twinsOf("e"), {
        ...on(day),
        onDeprecated: (notice) => told.push(notice),
      })(hello).map(({ channel, name }) => `${channel} ${name}`);
    const both = ["private-room-7 message_created", "room-7 message_created"];
    expect(at("2027-03-31")).toEqual([...both, "room-7 message-created"]);
    expect(told).toEqual([]);
    expect(at("2027-04-01")).toEqual(both);
    expect(at("2027-04-01")).toEqual(both);
    expect(told.map(({ message: text }) => text)).toEqual([
      "event message-created of channel e ended on 2027-03-31, so it is no longer sent; remove it from the contract",
    ]);
    // the channel's own sunset holds for each of its events
    expect(at("2027-07-01")).toEqual(["private-room-7 message_created"]);
    expect(told).toHaveLength(2);
  });

  it.each([
    {
      title: "a payload that is invalid",
      map: ({ id }: Message) => ({ payload: { id, text: "" } }),
      problem: "message-created on room-7: payload.payload.text must have at least 1 character",
    },
    {
      title: "a mapping that throws",
      map: () => {
        throw new Error("no words for it");
      },
      problem: "no words for it",
    },
  ])("tells of $title by name, and keeps the new event", ({ map, problem }) => {
    const errors: DeprecatedTwinError[] = [];
    const withDeprecated = createWithDeprecated(twinsOf("f", map), {
      ...on("2027-01-01"),
      onTwinError: (error) => errors.push(error),
    });
    expect(withDeprecated(hello).map(({ name }) => name)).toEqual([
      "message_created",
      "message_created",
    ]);
    expect(errors[0]).toBeInstanceOf(DeprecatedTwinError);
    expect(errors).toMatchObject([
      { code: "twin-failed", channel: "f", event: "message-created", of: hello },
    ]);
    expect(errors[0]?.message).toContain(
      `deprecated event message-created of channel f: not sent beside message_created on private-room-7 (${problem}`,
    );
    expect(errors[0]?.message).toMatch(/; mend the function that publishDeprecated maps it by$/);
  });

  it("says it by Node's warnings where nobody listens", () => {
    const warned = vi.spyOn(process, "emitWarning").mockImplementation(() => {});
    onTestFinished(() => warned.mockRestore());
    const empty = () => ({ payload: { id: 1, text: "" } });
    createWithDeprecated(twinsOf("i", empty), on("2027-01-01"))(hello);
    expect(warned.mock.calls).toEqual([[expect.any(DeprecatedTwinError)]]);
    warned.mockClear();
    createWithDeprecated(twinsOf("i"), on("2098-01-01"))(hello);
    expect(warned.mock.calls).toEqual([
      [expect.stringContaining("event message_created of channel i ended"), "DeprecationWarning"],
      [expect.stringContaining("event message-created of channel i ended"), "DeprecationWarning"],
    ]);
  });

  it("keeps the new event where a listener fails too, and says so", () => {
    const warned = vi.spyOn(process, "emitWarning").mockImplementation(() => {});
    onTestFinished(() => warned.mockRestore());
    const fail = () => {
      throw new Error("no log");
    };
    const options = { ...on("2027-01-01"), onTwinError: fail };
    expect(createWithDeprecated(twinsOf("g", fail), options)(hello)).toHaveLength(2);
    expect(warned.mock.calls[0]?.[0]).toBe("a listener of deprecated events failed: Error: no log");
  });
});

describe("deprecatedTwin", () => {
  it("takes parameters and attributes from the event, or from its mapping", () => {
    type Old = Channel<{ readonly name: string }, { readonly created: Message }>;
    const channel: Old = {
      key: "halls",
      address: "hall-{name}",
      parameters: { name: { type: "string" } },
      events: {
        created: {
          name: "created",
          schema: message,
          envelope: { type: "created", extensions: z.object({ tenant: z.string() }) },
        },
      },
    };
    const twin = deprecatedTwin({
      of: { channel: rooms, event: "created" },
      twin: { channel, event: "created" },
      map: (payload, { room }) => ({
        payload,
        parameters: { name: `number-${room}` },
        attributes: { tenant: "killarney" },
      }),
    });
    const [, made] = createWithDeprecated([twin])(hello);
    expect(made).toMatchObject({
      channel: "hall-number-7",
      envelope: { tenant: "killarney", type: "created", time: hello.envelope?.time },
    });
  });
});

describe("a publisher with deprecated events", () => {
  type Sent = readonly string[];
  function recording(fails: (sent: Sent) => boolean = () => false) {
    const calls: Sent[] = [];
    const take = (sent: Sent) => {
      if (fails(sent)) return Promise.reject({ status: 503, body: "" });
      calls.push(sent);
      return Promise.resolve();
    };
    const pusher: PusherServer = {
      trigger: (channel, name) => take([`${channel} ${name}`]),
      triggerBatch: (events) => take(events.map(({ channel, name }) => `${channel} ${name}`)),
      sendToUser: () => Promise.resolve(),
    };
    return { calls, pusher };
  }
  const withDeprecated = createWithDeprecated(twinsOf("h"), on("2027-01-01"));

  it("sends them behind all others", async () => {
    const { calls, pusher } = recording();
    await createPublisher(pusher, { source: "/s", withDeprecated }).publish(hello);
    expect(calls).toEqual([
      ["private-room-7 message_created"],
      ["room-7 message_created", "room-7 message-created"],
    ]);
  });

  it("rejects with what was not sent, so that a retry sends nothing twice", async () => {
    let isDown = true;
    const { calls, pusher } = recording((sent) => isDown && sent.length > 1);
    const publisher = createPublisher(pusher, { source: "/s", withDeprecated });
    const error = await publisher.publish(hello).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(PublishError);
    isDown = false;
    await publisher.publish((error as PublishError).events);
    expect(calls.flat()).toEqual([
      "private-room-7 message_created",
      "room-7 message_created",
      "room-7 message-created",
    ]);
  });

  it("rejects with the deprecated events too where the new ones fail", async () => {
    let isDown = true;
    const { calls, pusher } = recording(() => isDown);
    const publisher = createPublisher(pusher, { source: "/s", withDeprecated });
    const error = await publisher.publish(hello).catch((reason: unknown) => reason);
    isDown = false;
    await publisher.publish((error as PublishError).events);
    expect(calls.flat()).toHaveLength(3);
    expect(new Set(calls.flat()).size).toBe(3);
  });
});
