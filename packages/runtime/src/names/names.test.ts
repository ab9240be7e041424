// Channel names and addresses.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Parameter } from "../channel.ts";
import { ChannelParameterError } from "../errors/channel-parameter-error.ts";
import { channelKindOf, channelTraitsOf } from "./channel-kind.ts";
import { formatChannelName } from "./format-channel-name.ts";
import { isChannelName, isEventName } from "./name-rules.ts";
import { parseAddress } from "./parse-address.ts";
import { type ChannelAddress, parseChannelName } from "./parse-channel-name.ts";

const slug: Parameter = { type: "string", pattern: "^[a-z0-9]+(?:-[a-z0-9]+)*$", maxLength: 60 };
const id: Parameter = { type: "integer", minimum: 1 };

type Values = Record<string, string | number>;
type AnyAddress = ChannelAddress<Values>;

function channel(address: string, parameters: Readonly<Record<string, Parameter>>): AnyAddress {
  return { key: "it", address, parameters };
}

const offers = channel("hotel-{hotelSlug}", { hotelSlug: slug });
const staffChat = channel("private-hotel-{hotelSlug}.staff-chat.{conversationId}", {
  hotelSlug: slug,
  conversationId: id,
});
const guestRoom = channel("{hotelSlug}-room-{roomNumber}-chat", {
  hotelSlug: slug,
  roomNumber: id,
});

describe("channelKindOf", () => {
  it.each([
    ["hotel-killarney", "public"],
    ["privately", "public"],
    ["private-a", "private"],
    ["private-encrypted-a", "private-encrypted"],
    ["private-cache-a", "private-cache"],
    ["private-encrypted-cache-a", "private-encrypted-cache"],
    ["presence-a", "presence"],
    ["presence-cache-a", "presence-cache"],
    ["cache-a", "cache"],
    ["my-cache-a", "public"],
    ["private-{userId}", "private"],
    ["{kind}-a", "public"],
  ])("%s is %s", (name, kind) => {
    expect(channelKindOf(name)).toBe(kind);
  });

  it("tells what a kind implies", () => {
    expect(channelTraitsOf("private-encrypted-cache")).toEqual({
      authorized: true,
      presence: false,
      encrypted: true,
      cached: true,
      clientEvents: false,
    });
    expect(channelTraitsOf("cache").authorized).toBe(false);
    expect(channelTraitsOf("presence").clientEvents).toBe(true);
  });
});

describe("parseAddress", () => {
  it("cuts at parameters, and leaves a stray brace in its literal", () => {
    expect(parseAddress("private-{a}{b}.x")).toEqual([
      { literal: "private-" },
      { parameter: "a" },
      { parameter: "b" },
      { literal: ".x" },
    ]);
    expect(parseAddress("a-{b")).toEqual([{ literal: "a-{b" }]);
    expect(parseAddress("")).toEqual([]);
  });
});

describe("formatChannelName", () => {
  it("builds names", () => {
    expect(formatChannelName(offers, { hotelSlug: "hotel-paradise" })).toBe("hotel-hotel-paradise");
    expect(formatChannelName(staffChat, { hotelSlug: "killarney", conversationId: 123 })).toBe(
      "private-hotel-killarney.staff-chat.123",
    );
  });

  it.each<[AnyAddress, Readonly<Record<string, unknown>>, string]>([
    [
      offers,
      { hotelSlug: "Killarney" },
      'it: parameter hotelSlug must match ^[a-z0-9]+(?:-[a-z0-9]+)*$, got "Killarney"',
    ],
    [
      offers,
      { hotelSlug: "a b" },
      'it: parameter hotelSlug must consist of letters, digits and the characters _-=@,.;, got "a b"',
    ],
    [offers, { hotelSlug: "" }, 'it: parameter hotelSlug must not be empty, got ""'],
    [offers, {}, "it: parameter hotelSlug must be a string, got undefined"],
    [offers, { hotelSlug: 7 }, "it: parameter hotelSlug must be a string, got 7"],
    [
      offers,
      { hotelSlug: "a".repeat(61) },
      `it: parameter hotelSlug must have at most 60 characters, got "${"a".repeat(61)}"`,
    ],
    [
      staffChat,
      { hotelSlug: "a", conversationId: 0 },
      "it: parameter conversationId must be at least 1, got 0",
    ],
    [
      staffChat,
      { hotelSlug: "a", conversationId: "1" },
      'it: parameter conversationId must be an integer of type number, within the safe range, got "1"',
    ],
    [
      staffChat,
      { hotelSlug: "a", conversationId: 2 ** 53 },
      "it: parameter conversationId must be an integer of type number, within the safe range, got 9007199254740992",
    ],
    [
      channel("{slug}", { slug: { type: "string" } }),
      { slug: "private-a" },
      'it: parameter slug must not make the channel private ("private-a"), got "private-a"',
    ],
    [
      channel("private-{slug}", { slug: { type: "string" } }),
      { slug: "encrypted-a" },
      'it: parameter slug must not make the channel private-encrypted ("private-encrypted-a"), got "encrypted-a"',
    ],
    [
      channel("{a}-{b}", { a: { type: "string" }, b: { type: "string" } }),
      { a: "x", b: "y-z" },
      'it: parameter a must not be readable in two ways within "x-y-z", got "x"',
    ],
    [
      channel("{a}", { a: { type: "string", enum: ["x", "y"] } }),
      { a: "z" },
      'it: parameter a must be one of "x", "y", got "z"',
    ],
  ])("refuses %j with %j", (definition, parameters, message) => {
    const format = () => formatChannelName(definition, parameters as Values);
    expect(format).toThrow(ChannelParameterError);
    expect(format).toThrow(
      expect.objectContaining({ message, channel: "it", code: "channel-parameter-invalid" }),
    );
  });

  it("refuses a name that is too long although each value is legal", () => {
    const long = channel("{a}.{b}", { a: { type: "string" }, b: { type: "string" } });
    const parameters = { a: "a".repeat(80), b: "b".repeat(84) };
    expect(() => formatChannelName(long, parameters as Values)).toThrow(
      "it must give a name of at most 164 characters",
    );
  });
});

describe("parseChannelName", () => {
  it.each<[AnyAddress, string, unknown]>([
    [
      staffChat,
      "private-hotel-killarney.staff-chat.123",
      { hotelSlug: "killarney", conversationId: 123 },
    ],
    [staffChat, "private-hotel-killarney.staff-chat.0123", undefined],
    [staffChat, "private-hotel-killarney.staff-chat.-1", undefined],
    [staffChat, "private-hotel-killarney.staff-chat.1e3", undefined],
    [staffChat, "private-hotel-killarney.staff-chat.9007199254740993", undefined],
    [staffChat, "private-hotel-killarneyxstaff-chat.1", undefined],
    [staffChat, "xprivate-hotel-killarney.staff-chat.1", undefined],
    [staffChat, "private-hotel-killarney.staff-chat.1\n", undefined],
    [guestRoom, "hotel-paradise-room-101-chat", { hotelSlug: "hotel-paradise", roomNumber: 101 }],
    [guestRoom, "a-room-1-room-2-chat", { hotelSlug: "a-room-1", roomNumber: 2 }],
    [guestRoom, "private-a-room-1-chat", undefined],
    [channel("a.{x}", { x: { type: "string", pattern: "(b)|(c)" } }), "a.b", { x: "b" }],
    [channel("{x}-{x}", { x: { type: "string" } }), "a-a", { x: "a" }],
    [channel("{x}-{x}", { x: { type: "string" } }), "a-b", undefined],
    [
      channel("{a}-{b}", { a: { type: "string", pattern: "^[a-z]+$" }, b: { type: "string" } }),
      "x-y-z",
      { a: "x", b: "y-z" },
    ],
    [offers, `hotel-${"a".repeat(60)}`, { hotelSlug: "a".repeat(60) }],
    [offers, "hotel-", undefined],
  ])("reads %j from %s", (definition, name, want) => {
    expect(parseChannelName(definition, name)).toEqual(want);
  });

  it("answers what a name was made from, whatever the values", () => {
    const text = fc.string({ unit: fc.constantFrom(..."ab1-.=@"), minLength: 1, maxLength: 8 });
    const open = channel("c-{a}.{n}-{b}", {
      a: { type: "string" },
      n: { type: "integer" },
      b: { type: "string" },
    });
    fc.assert(
      fc.property(text, fc.maxSafeInteger(), text, (a, n, b) => {
        const parameters = { a, n, b };
        let name: string;
        try {
          name = formatChannelName(open, parameters);
        } catch (error) {
          expect(error).toBeInstanceOf(ChannelParameterError);
          return;
        }
        expect(isChannelName(name)).toBe(true);
        expect(parseChannelName(open, name)).toEqual({ a, n, b });
      }),
    );
  });

  it("stays fast on names made to be ambiguous", () => {
    const parameters = Object.fromEntries(
      [..."abcdef"].map((name) => [name, { type: "string" } as const]),
    );
    const hard = channel("{a}-{b}-{c}-{d}-{e}-{f}.", parameters);
    const start = performance.now();
    expect(parseChannelName(hard, "-".repeat(164))).toBeUndefined();
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe("names", () => {
  it("knows legal channel and event names", () => {
    expect(isChannelName("a_-=@,.;9")).toBe(true);
    expect(isChannelName("a:b")).toBe(false);
    expect(isChannelName("")).toBe(false);
    expect(isChannelName("a".repeat(165))).toBe(false);
    expect(isEventName("offer-created")).toBe(true);
    expect(isEventName("pusher-news")).toBe(false);
    expect(isEventName("")).toBe(false);
    expect(isEventName("a".repeat(201))).toBe(false);
  });
});
