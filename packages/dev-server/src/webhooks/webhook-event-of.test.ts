import { describe, expect, it } from "vitest";
import type { DevServerEvent } from "../protocol/observed.ts";
import { webhookEventOf } from "./webhook-event-of.ts";

const table: readonly [DevServerEvent, object | undefined][] = [
  [
    { type: "channel-occupied", channel: "a" },
    { name: "channel_occupied", channel: "a" },
  ],
  [
    { type: "channel-vacated", channel: "a" },
    { name: "channel_vacated", channel: "a" },
  ],
  [
    { type: "member-added", channel: "presence-a", userId: "1", userInfo: null },
    { name: "member_added", channel: "presence-a", user_id: "1" },
  ],
  [
    { type: "member-removed", channel: "presence-a", userId: "1" },
    { name: "member_removed", channel: "presence-a", user_id: "1" },
  ],
  [
    { type: "cache-miss", channel: "cache-a" },
    { name: "cache_miss", channel: "cache-a" },
  ],
  [
    {
      type: "client-event",
      channel: "private-a",
      event: "client-b",
      data: "{}",
      socketId: "1.1",
      userId: undefined,
      subscribers: 2,
    },
    {
      name: "client_event",
      channel: "private-a",
      event: "client-b",
      data: "{}",
      socket_id: "1.1",
      user_id: undefined,
    },
  ],
  [
    { type: "subscribed", channel: "a", socketId: "1.1", userId: undefined, subscribers: 2 },
    { name: "subscription_count", channel: "a", subscription_count: 2 },
  ],
  [
    { type: "unsubscribed", channel: "a", socketId: "1.1", subscribers: 0 },
    { name: "subscription_count", channel: "a", subscription_count: 0 },
  ],
  [{ type: "unsubscribed", channel: "presence-a", socketId: "1.1", subscribers: 0 }, undefined],
  [{ type: "connected", socketId: "1.1", client: undefined }, undefined],
];

describe("webhookEventOf", () => {
  it.each(table)("makes of %j: %j", (event, webhookEvent) => {
    expect(webhookEventOf(event)).toEqual(webhookEvent);
  });
});
