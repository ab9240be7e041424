// Building events and sending them, through a client that records.
import Pusher from "pusher";
import { describe, expect, it, vi } from "vitest";
import * as z from "zod/mini";
import type { Channel } from "../channel.ts";
import type { ChannelEvent } from "../channel-event.ts";
import { PayloadInvalidError } from "../errors/payload-invalid-error.ts";
import { PayloadTooLargeError } from "../errors/payload-too-large-error.ts";
import { PublishError } from "../errors/publish-error.ts";
import { integer } from "../schema/index.ts";
import { createEventBuilders } from "./create-event-builders.ts";
import { createPublisher, isPublishError } from "./create-publisher.ts";
import type { PusherBatchEvent, PusherServer } from "./pusher-server.ts";
import { wireData } from "./wire-data.ts";

interface Offer {
  readonly id: number;
  readonly title?: string | undefined;
}
interface Events {
  readonly created: { readonly offer: Offer };
  readonly clientTyping: { readonly id: number };
  readonly note: string;
}
const offer = z.object({ id: z.number().check(integer()), title: z.optional(z.string()) });

function channelAt(address: string): Channel<{ readonly slug: string }, Events> {
  return {
    key: "offers",
    address,
    parameters: { slug: { type: "string" } },
    events: {
      created: { name: "offer-created", schema: z.object({ offer }) },
      clientTyping: { name: "client-typing", schema: z.object({ id: z.number() }) },
      note: { name: "note", schema: z.string() },
    },
  };
}
const offers = createEventBuilders(channelAt("hotel-{slug}"), { slug: "killarney" });
const secrets = createEventBuilders(channelAt("private-encrypted-{slug}"), { slug: "killarney" });

const enveloped: Channel<Record<never, never>, { readonly created: { readonly id: number } }> = {
  key: "staff",
  address: "private-staff",
  parameters: {},
  events: {
    created: {
      name: "message_created",
      schema: z.object({ id: z.number() }),
      envelope: { type: "message_created", extensions: z.object({ tenant: z.string() }) },
    },
  },
};
const staff = createEventBuilders(enveloped, {});

type Call = readonly [method: string, ...args: readonly unknown[]];

function recordingPusher(
  answer: (call: Call) => unknown = () => ({}),
): PusherServer & { calls: Call[] } {
  const calls: Call[] = [];
  const record = (...call: Call) => {
    calls.push(structuredClone(call));
    return answer(call) as Promise<unknown>;
  };
  return {
    calls,
    trigger: (...args) => record("trigger", ...args),
    triggerBatch(events) {
      const answered = record("triggerBatch", events);
      // as `pusher` does
      for (const event of events) event.data = "overwritten";
      return answered;
    },
    sendToUser: (...args) => record("sendToUser", ...args),
  };
}

async function failure(promise: Promise<unknown>): Promise<PublishError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(PublishError);
  return error as PublishError;
}

describe("an event builder", () => {
  it("makes an event that is plain data", () => {
    const event = offers.created({ offer: { id: 1, title: undefined } });
    expect(event).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      channel: "hotel-killarney",
      name: "offer-created",
      data: '{"offer":{"id":1}}',
    });
    expect(JSON.parse(JSON.stringify(event))).toEqual(event);
  });

  it("keeps the payload as it was", () => {
    const payload = { offer: { id: 1, title: "a" } };
    const event = offers.created(payload);
    payload.offer.title = "b";
    expect(event.data).toBe('{"offer":{"id":1,"title":"a"}}');
  });

  it("refuses a payload with the path of every fault", () => {
    const build = () => offers.created({ offer: { id: 1.5, title: 2, cost: 3 } } as never);
    expect(build).toThrow(PayloadInvalidError);
    expect(build).toThrow(
      "offer-created on hotel-killarney: payload.offer.id must be an integer; payload.offer.title must be a string",
    );
  });

  it("refuses a field that the contract does not declare", () => {
    const build = () => offers.created({ offer: { id: 1, "cost price": 3 } } as never);
    expect(build).toThrow(
      'offer-created on hotel-killarney: payload.offer["cost price"] is not declared by the contract',
    );
  });

  it("judges what the payload becomes as JSON", () => {
    expect(() => offers.created({ offer: { id: Number.NaN } })).toThrow(
      "payload.offer.id must be a number",
    );
    expect(() => offers.note(undefined as never)).toThrow("payload has no JSON form");
    expect(() => offers.note(1n as never)).toThrow(/payload has no JSON form \(.*BigInt.*\)/);
    expect(offers.note(new Date(0) as never).data).toBe('"1970-01-01T00:00:00.000Z"');
  });

  it("measures UTF-8 bytes: 10240 pass, 10241 do not", () => {
    expect(offers.note("é".repeat(5119)).data).toHaveLength(5121);
    const build = () => offers.note(`${"é".repeat(5119)}a`);
    expect(build).toThrow(PayloadTooLargeError);
    expect(build).toThrow("note on hotel-killarney: the data is 10241 bytes, 10240 are allowed");
  });

  it("counts what encryption adds", () => {
    expect(secrets.note("a".repeat(7615)).data).toHaveLength(7617);
    expect(() => secrets.note("a".repeat(7620))).toThrow(PayloadTooLargeError);
  });

  it("does not exist for client events", () => {
    expect(Object.keys(offers)).toEqual(["created", "note"]);
  });

  it("keeps the attributes of an envelope beside the payload", () => {
    const event = staff.created({ id: 1 }, { tenant: "killarney" });
    expect(event.envelope).toEqual({
      specversion: "1.0",
      type: "message_created",
      time: expect.stringMatching(/^\d{4}-.*Z$/),
      tenant: "killarney",
    });
    expect(JSON.parse(wireData(event, { source: "/hotels" }))).toEqual({
      ...event.envelope,
      id: event.id,
      source: "/hotels",
      data: { id: 1 },
    });
    expect(() => staff.created({ id: 1 }, {})).toThrow(
      "message_created on private-staff: attributes.tenant is missing",
    );
  });
});

describe("a publisher", () => {
  it("triggers one event, with its JSON as text", async () => {
    const pusher = recordingPusher();
    await createPublisher(pusher).publish(offers.note("123"), { socketId: "1.2" });
    expect(pusher.calls).toEqual([
      ["trigger", "hotel-killarney", "note", '"123"', { socket_id: "1.2" }],
    ]);
  });

  it("gives `pusher` the value itself where that encodes what it encrypts", async () => {
    const pusher = recordingPusher();
    await createPublisher(pusher).publish(secrets.note("123"));
    expect(pusher.calls).toEqual([["trigger", "private-encrypted-killarney", "note", "123", {}]]);
  });

  it("sends several events in batches of ten, in order, and keeps them as they are", async () => {
    const pusher = recordingPusher();
    const events = Array.from({ length: 21 }, (_, i) => offers.note(String(i)));
    const before = structuredClone(events);
    await createPublisher(pusher).publish(events, { socketId: "1.2" });
    expect(events).toEqual(before);
    expect(pusher.calls.map(([method]) => method)).toEqual([
      "triggerBatch",
      "triggerBatch",
      "trigger",
    ]);
    const sent = pusher.calls.flatMap(([method, ...args]) =>
      method === "trigger" ? [args[2]] : (args[0] as PusherBatchEvent[]).map(({ data }) => data),
    );
    expect(sent).toEqual(before.map(({ data }) => data));
    expect(pusher.calls[0]?.[1]).toContainEqual({
      channel: "hotel-killarney",
      name: "note",
      data: '"0"',
      socket_id: "1.2",
    });
  });

  it("sends nothing for no events", async () => {
    const pusher = recordingPusher();
    await createPublisher(pusher).publish([]);
    expect(pusher.calls).toEqual([]);
  });

  it("puts an envelope around the payload, and rejects without a source", async () => {
    const pusher = recordingPusher();
    const event = staff.created({ id: 1 }, { tenant: "a" });
    await createPublisher(pusher, { source: "/hotels" }).publish(event);
    expect(pusher.calls[0]?.[3]).toBe(wireData(event, { source: "/hotels" }));
    const error = await failure(createPublisher(pusher).publish(event));
    expect(error.message).toBe(
      "message_created on private-staff: its envelope needs a source; give createPublisher the option `source`, then it is worth a retry",
    );
    expect(error).toMatchObject({ retryable: true, events: [event] });
    const both = createPublisher(pusher).publish([offers.note("a"), event]);
    expect((await failure(both)).events).toEqual([event]);
    expect(pusher.calls).toHaveLength(1);
  });

  it("sends to a user", async () => {
    const pusher = recordingPusher();
    await createPublisher(pusher).sendToUser("7", offers.note("a"));
    expect(pusher.calls).toEqual([["sendToUser", "7", "note", '"a"']]);
  });

  it.each([
    [400, false],
    [401, true],
    [403, true],
    [404, true],
    [407, true],
    [408, true],
    [413, false],
    [422, false],
    [429, true],
    [500, true],
    [503, true],
  ])("rejects on status %d; retryable: %s", async (status, retryable) => {
    const refused = Object.assign(new Error("Unexpected status code"), { status, body: "why\n" });
    const publisher = createPublisher(recordingPusher(() => Promise.reject(refused)));
    const event = offers.note("a");
    const error = await failure(publisher.publish(event));
    expect(error).toMatchObject({ status, retryable, events: [event], cause: refused });
    expect(error.message).toContain(`note on hotel-killarney: Pusher answered ${status} (why); `);
    expect(isPublishError(error)).toBe(true);
  });

  // a wrong configuration is not the event's fault: an outbox must keep the event until it is mended
  it.each([
    [401, "check the app id, the key and the secret, then it is worth a retry"],
    [404, "check the app id, the host and the cluster, then it is worth a retry"],
    [407, "check how the client is set up, then it is worth a retry"],
    [503, "it is worth a retry"],
  ])("says the way out of status %d", async (status, wayOut) => {
    const publisher = createPublisher(recordingPusher(() => Promise.reject({ status })));
    const error = await failure(publisher.publish(offers.note("a")));
    expect(error.message).toBe(`note on hotel-killarney: Pusher answered ${status}; ${wayOut}`);
  });

  it.each<[string, () => unknown]>([
    ["at once", () => (undefined as never as { x(): unknown }).x()],
    ["later", () => Promise.reject(new TypeError("x is not a function"))],
  ])("says that a retry may never help where the client itself fails %s", async (_, fail) => {
    const publisher = createPublisher(recordingPusher(fail));
    const error = await failure(publisher.publish(offers.note("a")));
    expect(error.retryable).toBe(true);
    expect(error.message).toMatch(
      /: the client failed \(TypeError: .+\); it is worth a retry, but will fail for ever if the fault is in the client$/,
    );
  });

  it("keeps events for a client that was given no encryption key", async () => {
    const options = { appId: "1", key: "k", secret: "s", cluster: "eu" };
    const error = await failure(createPublisher(new Pusher(options)).publish(secrets.note("a")));
    expect(error.retryable).toBe(true);
    expect(error.message).toContain("; give the client its encryption key, then it is worth");
  });

  it("does not send an encrypted channel's event to a user in clear", async () => {
    const pusher = recordingPusher();
    const error = await failure(createPublisher(pusher).sendToUser("7", secrets.note("a")));
    expect(error).toMatchObject({ retryable: false });
    expect(error.message).toBe(
      "note on private-encrypted-killarney: an event of an encrypted channel would reach the user's channel in clear; publish it on its own channel",
    );
    expect(pusher.calls).toEqual([]);
  });

  it("rejects a broken connection as worth a retry", async () => {
    const broken = Object.assign(new Error("Request failed"), { error: new Error("ECONNRESET") });
    const publisher = createPublisher(recordingPusher(() => Promise.reject(broken)));
    const error = await failure(publisher.publish(offers.note("a")));
    expect(error).toMatchObject({ status: undefined, retryable: true });
    expect(error.message).toBe("note on hotel-killarney: ECONNRESET; it is worth a retry");
  });

  it("turns what `pusher` throws at once into a rejection", async () => {
    // pusher throws for names and ids before it makes a promise, which a .catch() misses
    const publisher = createPublisher(
      recordingPusher(() => {
        throw new Error("Invalid socket id: 'x'");
      }),
    );
    const error = await failure(publisher.publish(offers.note("a"), { socketId: "x" }));
    expect(error).toMatchObject({ retryable: false });
    expect(error.message).toContain("Invalid socket id: 'x'");
  });

  it("names the events that were not sent when a later batch fails", async () => {
    let calls = 0;
    const publisher = createPublisher(
      recordingPusher(() =>
        ++calls === 2 ? Promise.reject(new Error("gone")) : Promise.resolve(),
      ),
    );
    const events = Array.from({ length: 25 }, (_, i) => offers.note(String(i)));
    const error = await failure(publisher.publish(events));
    expect(error.events).toEqual(events.slice(10));
    expect(error.message).toBe("note on hotel-killarney and 14 more: gone; it is worth a retry");
  });

  it("gives up after the time allowed, and leaves no timer", async () => {
    vi.useFakeTimers();
    try {
      const publisher = createPublisher(recordingPusher(() => new Promise(() => {})));
      const failed = failure(publisher.publish(offers.note("a")));
      await vi.advanceTimersByTimeAsync(5000);
      expect(await failed).toMatchObject({ retryable: true, status: undefined });
      expect((await failed).message).toContain("no answer within 5000 ms");
      await createPublisher(recordingPusher()).publish(offers.note("a"));
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  it("sends an event that came back from storage as it was", async () => {
    const pusher = recordingPusher();
    const event = staff.created({ id: 1 }, { tenant: "a" });
    const stored = JSON.parse(JSON.stringify(event)) as ChannelEvent;
    const publisher = createPublisher(pusher, { source: "/hotels" });
    await publisher.publish(event);
    await publisher.publish(stored);
    expect(pusher.calls[1]).toEqual(pusher.calls[0]);
  });
});

/** The payloads of each request. */
function requestsOf({ calls }: { readonly calls: readonly Call[] }): string[][] {
  return calls.map(([method, ...args]) =>
    method === "trigger"
      ? [String(args[2])]
      : (args[0] as PusherBatchEvent[]).map(({ data }) => String(data)),
  );
}

describe("events that are published in one turn", () => {
  it("share requests, in the order of the calls", async () => {
    const pusher = recordingPusher();
    const publisher = createPublisher(pusher);
    const texts = Array.from({ length: 12 }, (_, i) => String(i));
    await Promise.all(texts.map((text) => publisher.publish(offers.note(text))));
    expect(requestsOf(pusher)).toEqual([
      texts.slice(0, 10).map((text) => JSON.stringify(text)),
      texts.slice(10).map((text) => JSON.stringify(text)),
    ]);
    await publisher.publish(offers.note("later"));
    expect(requestsOf(pusher).at(-1)).toEqual(['"later"']);
  });

  it("are not overtaken by a list", async () => {
    const pusher = recordingPusher();
    const publisher = createPublisher(pusher);
    await Promise.all([
      publisher.publish(offers.note("a")),
      publisher.publish([offers.note("b"), offers.note("c")]),
    ]);
    expect(requestsOf(pusher)).toEqual([['"a"'], ['"b"', '"c"']]);
  });

  it("are sent alone where one of them is refused, as they were", async () => {
    const pusher = recordingPusher(([, ...args]) =>
      JSON.stringify(args).includes("bad")
        ? Promise.reject(Object.assign(new Error("refused"), { status: 400 }))
        : Promise.resolve(),
    );
    const publisher = createPublisher(pusher);
    const sent = ["a", "bad", "b"].map((text) => publisher.publish(offers.note(text)));
    const outcomes = await Promise.allSettled(sent);
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(requestsOf(pusher)).toEqual([['"a"', '"bad"', '"b"'], ['"a"'], ['"bad"'], ['"b"']]);
    const error = await failure(sent[1] as Promise<void>);
    expect(error).toMatchObject({ status: 400, retryable: false, events: [{ data: '"bad"' }] });
  });

  it("fail each for itself where the server is away, and are not sent again", async () => {
    const pusher = recordingPusher(() =>
      Promise.reject(Object.assign(new Error("down"), { status: 503 })),
    );
    const publisher = createPublisher(pusher);
    const failures = await Promise.all(
      ["a", "b"].map((text) => failure(publisher.publish(offers.note(text)))),
    );
    expect(failures.map(({ events }) => events.map(({ data }) => data))).toEqual([
      ['"a"'],
      ['"b"'],
    ]);
    expect(requestsOf(pusher)).toEqual([['"a"', '"b"']]);
  });

  it("reach a server that takes no batches", async () => {
    const pusher = recordingPusher(([method]) =>
      method === "triggerBatch"
        ? Promise.reject(Object.assign(new Error("not found"), { status: 404 }))
        : Promise.resolve(),
    );
    const publisher = createPublisher(pusher);
    await Promise.all(["a", "b"].map((text) => publisher.publish(offers.note(text))));
    expect(requestsOf(pusher)).toEqual([['"a"', '"b"'], ['"a"'], ['"b"']]);
  });

  it("do not fail with one that `pusher` throws for", async () => {
    const pusher = recordingPusher(([, ...args]) => {
      if (JSON.stringify(args).includes("bad")) throw new Error("Invalid channel name: 'x'");
      return Promise.resolve();
    });
    const publisher = createPublisher(pusher);
    const outcomes = await Promise.allSettled(
      ["bad", "a"].map((text) => publisher.publish(offers.note(text))),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "fulfilled"]);
  });
});
