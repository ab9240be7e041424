import type { DevServerEvent } from "@lockstep/dev-server";
import { expect, test } from "vitest";
import { describeServerEvent } from "./describe-server-event.ts";

const socketId = "1.2";
const channel = "presence-room";
const refused = { type: "refused", socketId, channel: undefined, code: null } as const;

const told: readonly (readonly [DevServerEvent, string])[] = [
  [{ type: "connected", socketId, client: "js 8.6.0" }, "connected     1.2 (js 8.6.0)"],
  [{ type: "connected", socketId, client: undefined }, "connected     1.2"],
  [{ type: "disconnected", socketId, code: 1000 }, "disconnected  1.2"],
  [
    { type: "subscribed", socketId, channel, userId: "7", subscribers: 1 },
    "subscribed    presence-room by 1.2",
  ],
  [
    { type: "unsubscribed", socketId, channel, subscribers: 0 },
    "unsubscribed  presence-room by 1.2",
  ],
  [
    { type: "member-added", channel, userId: "7", userInfo: null },
    "joined        presence-room by user 7",
  ],
  [{ type: "member-removed", channel, userId: "7" }, "left          presence-room by user 7"],
  [
    {
      type: "published",
      channel,
      event: "e",
      data: "1",
      subscribers: 2,
      exceptSocketId: undefined,
    },
    "published     e on presence-room to 2 subscribers",
  ],
  [
    {
      type: "client-event",
      channel,
      event: "client-e",
      data: "1",
      socketId,
      userId: "7",
      subscribers: 1,
    },
    "client event  client-e on presence-room by 1.2 to 1 subscriber",
  ],
  [{ type: "cache-miss", channel: "cache-c" }, "cache miss    cache-c"],
  [{ type: "signed-in", socketId, userId: "7" }, "signed in     1.2 as 7"],
  [{ ...refused, action: "message", message: "not JSON" }, "refused       message: not JSON"],
  [{ type: "dropped", socketId, bufferedBytes: 9 }, "dropped       1.2: too slow to read"],
  [
    { type: "webhook-failed", url: "http://a/", problem: "status 500", final: false },
    "webhook       http://a/: status 500; it is tried again",
  ],
  [
    { type: "webhook-failed", url: "http://a/", problem: "status 500", final: true },
    "webhook       http://a/: status 500; given up",
  ],
  [{ type: "fault", error: new Error("disk") }, "fault         disk"],
];

test.each(told)("tells %o", (event, line) => {
  expect(describeServerEvent(event)).toBe(line);
});

test.each<DevServerEvent>([
  { type: "channel-occupied", channel },
  { type: "channel-vacated", channel },
  { ...refused, action: "subscribe", message: "no token" },
])("leaves %o to the line that says more", (event) => {
  expect(describeServerEvent(event)).toBeUndefined();
});
