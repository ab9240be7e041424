import { describe, expect, it } from "vitest";
import { defaultLimits } from "../limits.ts";
import { parseBatch, parseTrigger } from "./parse-trigger.ts";

const bytes = (body: unknown) =>
  Buffer.from(typeof body === "string" ? body : JSON.stringify(body));
const trigger = (body: unknown) => parseTrigger(bytes(body), defaultLimits);
const batch = (body: unknown) => parseBatch(bytes(body), defaultLimits);
const valid = { name: "e", data: "{}", channels: ["a"] };

describe("parseTrigger", () => {
  it("reads a trigger on several channels, and on one", () => {
    const read = { event: "e", data: "{}", exceptSocketId: undefined, info: undefined };
    expect(trigger({ ...valid, channels: ["a", "b"] })).toEqual({ ...read, channels: ["a", "b"] });
    expect(trigger({ name: "e", data: "{}", channel: "a" })).toEqual({ ...read, channels: ["a"] });
  });

  it("reads socket_id and info", () => {
    expect(trigger({ ...valid, socket_id: "1.2", info: "user_count" })).toMatchObject({
      exceptSocketId: "1.2",
      info: ["user_count"],
    });
  });

  it("takes 10240 bytes of data, 100 channels, a name of 200 characters, a user's channel", () => {
    const channels = [...Array.from({ length: 99 }, (_, i) => `c${i}`), "#server-to-user-a b"];
    expect(() =>
      trigger({ name: "x".repeat(200), data: "é".repeat(5120), channels }),
    ).not.toThrow();
  });

  it.each([
    ["nonsense", 400, "the body must be JSON"],
    ["[]", 400, "the body must be an object"],
    [{ ...valid, name: undefined }, 400, "name must be a string that is not empty"],
    [{ ...valid, name: "" }, 400, "name must be a string that is not empty"],
    [
      { ...valid, name: "pusher-note" },
      400,
      `The 'pusher' namespace is reserved; rename the event "pusher-note"`,
    ],
    [
      { ...valid, name: "x".repeat(201) },
      400,
      `event name "${"x".repeat(200)}…" is longer than 200`,
    ],
    [{ ...valid, data: undefined }, 400, "data must be a string; encode the payload as JSON"],
    [{ ...valid, data: { a: 1 } }, 400, "data must be a string; encode the payload as JSON"],
    [
      { ...valid, data: `${"é".repeat(5120)}x` },
      413,
      "The data content of this event exceeds the allowed maximum (10240 bytes)",
    ],
    [
      { ...valid, channels: [] },
      400,
      "channels must be an array of channel names that is not empty",
    ],
    [
      { ...valid, channels: "a" },
      400,
      "channels must be an array of channel names that is not empty",
    ],
    [{ name: "e", data: "{}" }, 400, "a channel name must be a string"],
    [
      { ...valid, channels: Array.from({ length: 101 }, () => "a") },
      400,
      "cannot trigger on more than 100 channels, got 101",
    ],
    [
      { ...valid, channels: ["a", "a b"] },
      400,
      'Invalid channel name "a b": use 1 to 200 letters, digits and _-=@,.;',
    ],
    [
      { ...valid, channels: ["#private"] },
      400,
      'Invalid channel name "#private": use 1 to 200 letters, digits and _-=@,.;',
    ],
    [{ ...valid, socket_id: "1" }, 400, "socket_id must be a string of the form 123.456"],
    [{ ...valid, socket_id: 1.5 }, 400, "socket_id must be a string of the form 123.456"],
    [{ ...valid, info: 7 }, 400, "info must be a comma-separated string"],
    [
      { ...valid, info: "user_count,cache" },
      400,
      'info: unknown attribute "cache"; ask for user_count, subscription_count',
    ],
  ])("refuses %j", (body, status, message) => {
    expect(() => trigger(body)).toThrow(
      expect.objectContaining({ name: "ApiError", status, message }),
    );
  });
});

describe("parseBatch", () => {
  it("reads events in order", () => {
    const events = ["b", "a"].map((name) => ({ name, data: "1", channel: "c" }));
    expect(batch({ batch: events }).map(({ event }) => event)).toEqual(["b", "a"]);
  });

  it.each([
    [{}, "batch must be an array of events"],
    [{ batch: [7] }, "an event of a batch must be an object"],
    [
      { batch: Array.from({ length: 11 }, () => ({ name: "e", data: "1", channel: "c" })) },
      "batch must hold at most 10 events, got 11",
    ],
    [{ batch: [{ name: "e", data: "1", channels: ["c"] }] }, "a channel name must be a string"],
  ])("refuses %j", (body, message) => {
    expect(() => batch(body)).toThrow(expect.objectContaining({ status: 400, message }));
  });
});
