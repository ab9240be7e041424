// The generated publisher and subscriber over the official clients and a real server.
import { createPublisher, hotelOffers, staffChatConversation } from "@lockstep-demo/publishers";
import {
  createSubscriber,
  subscribeToHotelOffers,
  subscribeToStaffChatConversation,
} from "@lockstep-demo/subscribers";
import { describe, expect, test, vi } from "vitest";
import { startRealClients } from "./real-clients.ts";

const deleted = { offer_id: 7, offer_title: "Spa weekend", action: "deleted" } as const;
const killarney = { hotelSlug: "killarney" };

describe("an event of the contract", () => {
  test("arrives as the payload that was published, with its wire names", async () => {
    const { pusher, connect } = await startRealClients();
    const subscriber = createSubscriber(await connect());
    const offerDeleted = vi.fn();
    const subscription = subscribeToHotelOffers(subscriber, killarney, { offerDeleted });
    await vi.waitUntil(() => subscription.state === "subscribed");

    await createPublisher(pusher).publish(hotelOffers(killarney).offerDeleted(deleted));

    await vi.waitUntil(() => offerDeleted.mock.calls.length > 0);
    expect(offerDeleted.mock.calls).toEqual([
      [deleted, { name: "offer-deleted", channel: "hotel-killarney" }],
    ]);
  });

  test("of a batch of twelve arrives in order, once each", async () => {
    const { pusher, connect } = await startRealClients();
    const subscriber = createSubscriber(await connect());
    const ids: number[] = [];
    const subscription = subscribeToHotelOffers(subscriber, killarney, {
      offerDeleted: ({ offer_id }) => ids.push(offer_id),
    });
    await vi.waitUntil(() => subscription.state === "subscribed");

    const wanted = Array.from({ length: 12 }, (_, i) => i + 1);
    const { offerDeleted } = hotelOffers(killarney);
    await createPublisher(pusher).publish(
      wanted.map((offer_id) => offerDeleted({ ...deleted, offer_id })),
    );

    await vi.waitUntil(() => ids.length >= 12);
    expect(ids).toEqual(wanted);
  });

  test("does not reach another hotel, nor the connection that caused it", async () => {
    const { pusher, connect } = await startRealClients();
    const [mine, other] = [await connect(), await connect()];
    const heard: string[] = [];
    const subscriptions = [
      subscribeToHotelOffers(createSubscriber(mine), killarney, {
        offerDeleted: () => heard.push("the cause"),
      }),
      subscribeToHotelOffers(
        createSubscriber(other),
        { hotelSlug: "hotel-paradise" },
        {
          offerDeleted: () => heard.push("another hotel"),
        },
      ),
      subscribeToHotelOffers(createSubscriber(other), killarney, {
        offerDeleted: () => heard.push("another tab"),
      }),
    ];
    await vi.waitUntil(() => subscriptions.every(({ state }) => state === "subscribed"));

    const publisher = createPublisher(pusher);
    const { offerDeleted } = hotelOffers(killarney);
    await publisher.publish(offerDeleted(deleted), { socketId: mine.connection.socket_id });
    await publisher.publish(offerDeleted(deleted));

    await vi.waitUntil(() => heard.includes("the cause"));
    expect(heard.sort()).toEqual(["another tab", "another tab", "the cause"]);
  });

  test("in an envelope arrives as its data, with the attributes beside it", async () => {
    const { pusher, connect } = await startRealClients();
    const client = await connect();
    const raw = vi.fn();
    const messageCreated = vi.fn();
    const parameters = { ...killarney, conversationId: 123 };
    const subscription = subscribeToStaffChatConversation(createSubscriber(client), parameters, {
      messageCreated,
    });
    client.channel("private-hotel-killarney.staff-chat.123").bind("message_created", raw);
    await vi.waitUntil(() => subscription.state === "subscribed");

    const message = {
      message_id: 5012,
      conversation_id: 123,
      sender_id: 4,
      sender_name: "Aoife Byrne",
      text: "Room 12 needs a cot before three.",
      created_at: "2026-11-21T09:31:07Z",
    };
    const event = staffChatConversation(parameters).messageCreated(message);
    await createPublisher(pusher, { source: "/hotels/killarney" }).publish(event);

    await vi.waitUntil(() => messageCreated.mock.calls.length > 0);
    const attributes = {
      specversion: "1.0",
      id: event.id,
      source: "/hotels/killarney",
      type: "message_created",
      time: event.envelope?.time,
    };
    expect(messageCreated.mock.calls[0]?.[0]).toEqual(message);
    expect(messageCreated.mock.calls[0]?.[1].attributes).toEqual(attributes);
    expect(raw.mock.calls[0]?.[0]).toEqual({ ...attributes, data: message });
  });
});

describe("a payload that does not match the contract", () => {
  test("is refused before it is sent, with every fault", () => {
    const payload = { offer_id: 0, offer_title: "", action: "deleted", price: 9 };
    expect(() => hotelOffers(killarney).offerDeleted(payload as typeof deleted)).toThrow(
      expect.objectContaining({
        code: "payload-invalid",
        issues: [
          expect.objectContaining({ path: ["offer_id"] }),
          expect.objectContaining({ path: ["offer_title"] }),
        ],
      }),
    );
  });

  test("published by a plain client reaches onError and no handler", async () => {
    const { pusher, connect } = await startRealClients();
    const onError = vi.fn();
    const offerDeleted = vi.fn();
    const subscription = subscribeToHotelOffers(
      createSubscriber(await connect()),
      killarney,
      { offerDeleted },
      { onError },
    );
    await vi.waitUntil(() => subscription.state === "subscribed");

    await pusher.trigger("hotel-killarney", "offer-deleted", { id: 7 });
    await pusher.trigger("hotel-killarney", "offer-removed", deleted);
    await pusher.trigger("hotel-killarney", "offer-deleted", deleted);

    await vi.waitUntil(() => offerDeleted.mock.calls.length > 0);
    expect(offerDeleted).toHaveBeenCalledTimes(1);
    expect(
      onError.mock.calls.map(([error, { stage, event }]) => [stage, event, error.code]),
    ).toEqual([
      ["validate", "offer-deleted", "payload-invalid"],
      ["unknown-event", "offer-removed", "event-unknown"],
    ]);
  });
});

describe("two subscriptions of one channel", () => {
  test("share it: one leaves, the other still hears, and the last one ends it", async () => {
    const { pusher, connect } = await startRealClients();
    const client = await connect();
    const subscriber = createSubscriber(client);
    const [first, second] = [vi.fn(), vi.fn()];
    const one = subscribeToHotelOffers(subscriber, killarney, { offerDeleted: first });
    const two = subscribeToHotelOffers(subscriber, killarney, { offerDeleted: second });
    await vi.waitUntil(() => two.state === "subscribed");

    one.unsubscribe();
    await createPublisher(pusher).publish(hotelOffers(killarney).offerDeleted(deleted));
    await vi.waitUntil(() => second.mock.calls.length > 0);
    expect(first).not.toHaveBeenCalled();

    two.unsubscribe();
    await vi.waitUntil(async () => {
      const answer = await pusher.get({ path: "/channels" });
      return !(await answer.text()).includes("hotel-killarney");
    });
    expect(client.connection.state).toBe("connected");
  });
});
