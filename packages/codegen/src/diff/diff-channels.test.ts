// Every rule about channels, parameters, events and operations, in both directions.
import { describe, expect, it } from "vitest";
import { head } from "../contract-text.test.helper.ts";
import { diffOf, lineOf } from "./diff.test.helper.ts";

interface Row {
  readonly change: string;
  /** What stands below `channels`, each a line. */
  readonly before: string;
  readonly after: string;
  readonly there: readonly string[];
  readonly back: readonly string[];
}

const said = "messages: { said: { name: has-said, payload: { type: string } } }";
const channel = (address: string, more = said): string =>
  `room: { address: "${address}", ${more} }`;
const parameter = (text: string): string =>
  channel("room-{id}", `parameters: { id: ${text} }, ${said}`);
const message = (text: string, more = ""): string =>
  channel("room", `messages: { said: ${text}${more} }`);
const operations = (text: string): string => `${channel("room")}\noperations: { ${text} }`;
const operation = (key: string, action: string): string =>
  `${key}: { action: ${action}, channel: { $ref: '#/channels/room' } }`;

const rows: readonly Row[] = [
  {
    change: "another channel",
    before: channel("room"),
    after: `${channel("room")}\n  hall: { address: hall, ${said} }`,
    there: ["channel-added oooo minor"],
    back: ["channel-removed XXXX major"],
  },
  {
    change: "a channel's key",
    before: channel("room"),
    after: channel("room").replace("room:", "hall:"),
    there: ["channel-key-renamed ooXX major"],
    back: ["channel-key-renamed ooXX major"],
  },
  {
    change: "a channel's address",
    before: channel("room"),
    after: channel("hall"),
    there: ["channel-address-changed XXoo major"],
    back: ["channel-address-changed XXoo major"],
  },
  {
    change: "a public channel that becomes private",
    before: channel("room"),
    after: channel("private-room"),
    there: ["channel-access-tightened XXoo major"],
    back: ["channel-access-loosened XXoo major"],
  },
  ...[
    ["private-room", "presence-room"],
    ["private-room", "private-encrypted-room"],
    ["private-room", "private-cache-room"],
    ["room", "cache-room"],
  ].map(
    ([before = "", after = ""]): Row => ({
      change: `${before} → ${after}`,
      before: channel(before),
      after: channel(after),
      there: ["channel-access-changed XXoo major"],
      back: ["channel-access-changed XXoo major"],
    }),
  ),
  {
    change: "a channel that anybody may read under another key",
    before: `privateRoom: { address: private-room, ${said} }`,
    after: channel("room"),
    there: ["channel-access-loosened XXoo major", "channel-key-renamed ooXX major"],
    back: ["channel-access-tightened XXoo major", "channel-key-renamed ooXX major"],
  },
  {
    change: "a channel's deprecation",
    before: channel("room"),
    after: channel("room", `x-deprecated: { sunset: "2027-06-30" }, ${said}`),
    there: ["channel-deprecated oooo minor"],
    back: ["channel-undeprecated oooo patch"],
  },
  {
    change: "addresses that were swapped",
    before: `${channel("room")}\n  hall: { address: hall, messages: { b: { payload: true } } }`,
    after: `${channel("hall")}\n  hall: { address: room, messages: { b: { payload: true } } }`,
    there: ["channel-address-changed XXoo major", "channel-address-changed XXoo major"],
    back: ["channel-address-changed XXoo major", "channel-address-changed XXoo major"],
  },
  {
    change: "keys that were swapped",
    before: `${channel("room")}\n  hall: { address: hall, messages: { b: { payload: true } } }`,
    after: `hall: { address: room, ${said} }\n  room: { address: hall, messages: { b: { payload: true } } }`,
    there: ["channel-key-renamed ooXX major", "channel-key-renamed ooXX major"],
    back: ["channel-key-renamed ooXX major", "channel-key-renamed ooXX major"],
  },
  {
    change: "another parameter",
    before: channel("room-{id}", `parameters: { id: {} }, ${said}`),
    after: channel("room-{id}-{part}", `parameters: { id: {}, part: {} }, ${said}`),
    there: ["channel-parameter-added XXXX major"],
    back: ["channel-parameter-removed XXXX major"],
  },
  {
    change: "a parameter's name",
    before: parameter("{}"),
    after: channel("room-{roomId}", `parameters: { roomId: {} }, ${said}`),
    there: ["channel-parameter-renamed ooXX major"],
    back: ["channel-parameter-renamed ooXX major"],
  },
  {
    change: "a parameter's name and the address",
    before: parameter("{}"),
    after: channel("hall-{hallId}", `parameters: { hallId: {} }, ${said}`),
    there: ["channel-address-changed XXoo major", "channel-parameter-renamed ooXX major"],
    back: ["channel-address-changed XXoo major", "channel-parameter-renamed ooXX major"],
  },
  {
    change: "parameters that were swapped",
    before: channel("room-{a}-{b}", `parameters: { a: {}, b: {} }, ${said}`),
    after: channel("room-{b}-{a}", `parameters: { a: {}, b: {} }, ${said}`),
    there: ["channel-address-changed XXoo major"],
    back: ["channel-address-changed XXoo major"],
  },
  {
    change: "a value of a parameter",
    before: parameter("{ enum: [a, b] }"),
    after: parameter("{ enum: [c, b, a] }"),
    there: ["channel-parameter-enum-value-added oooo minor"],
    back: ["channel-parameter-enum-value-removed XXXX major"],
  },
  {
    change: "a list of a parameter's values",
    before: parameter("{}"),
    after: parameter("{ enum: [a, b] }"),
    there: ["channel-parameter-enum-added XXXX major"],
    back: ["channel-parameter-enum-removed oooo minor"],
  },
  {
    change: "a parameter's default",
    before: parameter("{}"),
    after: parameter("{ default: a }"),
    there: ["channel-parameter-default-added oooo minor"],
    back: ["channel-parameter-default-removed ooXX major"],
  },
  {
    change: "another default of a parameter",
    before: parameter("{ default: b }"),
    after: parameter("{ default: a }"),
    there: ["channel-parameter-default-changed XXoo major"],
    back: ["channel-parameter-default-changed XXoo major"],
  },
  {
    change: "a parameter's type",
    before: parameter("{}"),
    after: parameter("{ x-schema: { type: integer } }"),
    there: ["channel-parameter-type-changed XXXX major"],
    back: ["channel-parameter-type-changed ooXX major"],
  },
  ...[
    ["type: string", "type: string, pattern: '^[a-z]+$'"],
    ["type: string, maxLength: 9", "type: string, maxLength: 8"],
    ["type: integer", "type: integer, minimum: 1"],
  ].map(
    ([before, after]): Row => ({
      change: `a parameter of ${after}`,
      before: parameter(`{ x-schema: { ${before} } }`),
      after: parameter(`{ x-schema: { ${after} } }`),
      there: ["channel-parameter-constraint-tightened XXXX major"],
      back: ["channel-parameter-constraint-loosened oooo minor"],
    }),
  ),
  {
    change: "another event",
    before: message("{ payload: true }"),
    after: message("{ payload: true }", ", left: { payload: { type: object } }"),
    there: ["event-added oooo minor"],
    back: ["event-removed XXXX major"],
  },
  {
    change: "an event's name on the wire",
    before: message("{ name: said, payload: true }"),
    after: message("{ name: Said, payload: true }"),
    there: ["event-renamed XXoo major"],
    back: ["event-renamed XXoo major"],
  },
  {
    change: "an event's key",
    before: message("{ name: said, payload: true }"),
    after: message("{ name: said, payload: true }").replace("said:", "spoken:"),
    there: ["event-key-renamed ooXX major"],
    back: ["event-key-renamed ooXX major"],
  },
  {
    change: "an event's key and name",
    before: message("{ payload: { type: string } }").replace("said:", "messageCreated:"),
    after: message("{ payload: { type: string } }").replace("said:", "message_created:"),
    there: ["event-renamed XXXX major"],
    back: ["event-renamed XXXX major"],
  },
  {
    change: "names on the wire that were swapped",
    before: message(
      "{ name: a, payload: { type: string } }",
      ", b: { name: b, payload: { type: integer } }",
    ),
    after: message(
      "{ name: b, payload: { type: string } }",
      ", b: { name: a, payload: { type: integer } }",
    ),
    there: ["event-renamed XXoo major", "event-renamed XXoo major"],
    back: ["event-renamed XXoo major", "event-renamed XXoo major"],
  },
  {
    change: "keys of events that were swapped",
    before: message(
      "{ name: a, payload: { type: string } }",
      ", b: { name: b, payload: { type: integer } }",
    ),
    after: message(
      "{ name: b, payload: { type: integer } }",
      ", b: { name: a, payload: { type: string } }",
    ),
    there: ["event-key-renamed ooXX major", "event-key-renamed ooXX major"],
    back: ["event-key-renamed ooXX major", "event-key-renamed ooXX major"],
  },
  {
    change: "a content type",
    before: message("{ payload: true }"),
    after: message("{ payload: true, contentType: application/vnd.shop+json }"),
    there: ["event-content-type-changed XXXX major"],
    back: ["event-content-type-changed XXXX major"],
  },
  {
    change: "an event's deprecation",
    before: message("{ payload: true }"),
    after: message("{ payload: true, x-deprecated: { sunset: '2027-06-30' } }"),
    there: ["event-deprecated oooo minor"],
    back: ["event-undeprecated oooo patch"],
  },
  {
    change: "a sunset that moves",
    before: message("{ payload: true, x-deprecated: { sunset: '2027-06-30' } }"),
    after: message("{ payload: true, x-deprecated: { sunset: '2027-06-29' } }"),
    there: ["event-sunset-moved-earlier oooo minor"],
    back: ["docs-changed oooo patch"],
  },
  {
    change: "an event with a sunset to come",
    before: message(
      "{ payload: true }",
      ", old: { payload: true, x-deprecated: { sunset: '2026-11-21' } }",
    ),
    after: message("{ payload: true }"),
    there: ["event-removed-before-sunset XXXX major"],
    back: ["event-added oooo minor"],
  },
  {
    change: "an event with a sunset to come that gives way to one of a near name",
    before: message(
      "{ payload: true }",
      ", old_one: { payload: true, x-deprecated: { sunset: '2026-11-21' } }",
    ),
    after: message("{ payload: true }", ", oldOne: { payload: true }"),
    there: ["event-added oooo minor", "event-removed-before-sunset XXXX major"],
    back: ["event-deprecated oooo minor", "event-renamed XXXX major"],
  },
  {
    change: "an event whose sunset has passed",
    before: message(
      "{ payload: true }",
      ", old: { payload: true, x-deprecated: { sunset: '2026-11-20' } }",
    ),
    after: message("{ payload: true }"),
    there: ["event-removed-after-sunset XXXX major"],
    back: ["event-added oooo minor"],
  },
  {
    change: "another operation",
    before: operations(operation("tell", "send")),
    after: operations(`${operation("tell", "send")}, ${operation("hear", "receive")}`),
    there: ["operation-added oooo minor"],
    back: ["operation-removed XXXX major"],
  },
  {
    change: "one of the two that no operation says",
    before: channel("room"),
    after: operations(operation("tell", "send")),
    there: ["operation-removed XXXX major"],
    back: ["operation-added oooo minor"],
  },
  {
    change: "both operations spelled out",
    before: channel("room"),
    after: operations(`${operation("tell", "send")}, ${operation("hear", "receive")}`),
    there: [],
    back: [],
  },
  {
    change: "an operation's action",
    before: operations(operation("tell", "send")),
    after: operations(operation("tell", "receive")),
    there: ["operation-action-changed XXXX major"],
    back: ["operation-action-changed XXXX major"],
  },
  {
    change: "an event that is dropped from its operation",
    before: `${message("{ payload: true }", ", left: { payload: true }")}\noperations: { ${operation("tell", "send")} }`,
    after: `${message("{ payload: true }", ", left: { payload: true }")}\noperations: { ${operation("tell", "send").replace(" }", " }, messages: [{ $ref: '#/channels/room/messages/said' }]")} }`,
    there: ["event-removed XXXX major"],
    back: ["event-added oooo minor"],
  },
  {
    change: "words of a channel and an event",
    before: message("{ payload: true, summary: One. }"),
    after: message("{ payload: true, summary: Two., tags: [{ name: x }] }"),
    there: ["docs-changed oooo patch"],
    back: ["docs-changed oooo patch"],
  },
];

const textOf = (channels: string): string => `${head}channels:\n  ${channels}\n`;

describe("a change of a channel", () => {
  it.each(rows)("$change: $there, and back: $back", async ({ before, after, there, back }) => {
    const found = [
      await diffOf(textOf(before), textOf(after)),
      await diffOf(textOf(after), textOf(before)),
    ];
    const [first, second] = found.map(({ changes }) => changes.map(lineOf).sort());
    expect({ there: first, back: second }).toEqual({
      there: [...there].sort(),
      back: [...back].sort(),
    });
  });
});

it.each([
  ["a channel", "x-deprecated: { sunset: '2026-11-21' }", "{ payload: true }", "its sunset"],
  [
    "an event of it",
    "title: Hall",
    "{ payload: true, x-deprecated: { sunset: '2026-11-21' } }",
    'the sunset of "b"',
  ],
])(
  "a channel that goes before the sunset of %s needs an override",
  async (_, own, event, whose) => {
    const before = `${channel("room")}\n  hall: { address: hall, ${own}, messages: { b: ${event} } }`;
    const { changes } = await diffOf(textOf(before), textOf(channel("room")));
    expect(changes).toMatchObject([{ rule: "channel-removed", needsOverride: true }]);
    expect(changes[0]?.message).toContain(`removed before ${whose}, 2026-11-21;`);
  },
);
