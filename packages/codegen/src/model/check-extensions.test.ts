import { expect, it } from "vitest";
import { head, modelFindings } from "../contract-text.test.helper.ts";

const room = (text: string): string =>
  `${head}channels: { room: { address: 'presence-{p}', parameters: { p: {} },\n ${text} } }\n`;
const warning = (place: string, written: string, meant: string): string =>
  `contract.yaml:${place} warning extension-unknown "${written}": is no extension of ours, and says nothing here; did you mean "${meant}"?`;

// cause: a misspelt extension is one that AsyncAPI takes, so its constraint was dropped without a word
it.each([
  {
    title: "a parameter",
    given: room("parameters: { p: { x-shema: { type: integer } } }").replace(
      "parameters: { p: {} },",
      "",
    ),
    want: warning("4:21", "x-shema", "x-schema"),
  },
  {
    title: "a channel",
    given: room("x-precense-member: { type: object }"),
    want: warning("4:2", "x-precense-member", "x-presence-member"),
  },
  {
    title: "a message",
    given: room("messages: { m: { payload: true, x-depreciated: {} } }"),
    want: warning("4:34", "x-depreciated", "x-deprecated"),
  },
  {
    title: "a message's trait",
    given: room(
      "messages: { m: { payload: true, traits: [{ xDeprecated: 1, x-Deprecated: {} }] } }",
    ),
    want: warning("4:61", "x-Deprecated", "x-deprecated"),
  },
  {
    title: "a field",
    given: room("messages: { m: { payload: { properties: { a: { x-deprectated: {} } } } } }"),
    want: warning("4:49", "x-deprectated", "x-deprecated"),
  },
])("warns of an extension of ours that is misspelt on $title", async ({ given, want }) => {
  expect(await modelFindings(given)).toEqual([want]);
});

it("warns of one beside a $ref, and once behind it", async () => {
  const text = `${head}channels: { room: { $ref: '#/components/channels/a', x-depreciated: {} } }
components: { channels: { a: { address: a, x-deprecate: {} } } }\n`;
  expect(await modelFindings(text)).toEqual([
    warning("3:54", "x-depreciated", "x-deprecated"),
    warning("4:44", "x-deprecate", "x-deprecated"),
  ]);
});

it.each([
  "x-owner: chat, x-presence-members: 1, x-presence-member: { type: object }",
  "messages: { m: { payload: { x-parser-schema-id: a, x-scope: b, x-deprecated: {} } } }",
])("leaves others' extensions alone: %s", async (given) => {
  expect(await modelFindings(room(given))).toEqual([]);
});

const misplaced = (place: string, written: string, where: string): string =>
  `contract.yaml:${place} warning extension-misplaced "${written}": says nothing here; write it on ${where}`;
const datable = "a channel, a message or a field";

// cause: spelt right and in the wrong place, an extension was dropped without a word too
it.each([
  {
    title: "a channel",
    given: room("x-schema: { type: integer }"),
    want: misplaced("4:2", "x-schema", "a parameter"),
  },
  {
    title: "a parameter",
    given: room("parameters: { p: { x-deprecated: {} } }").replace("parameters: { p: {} },", ""),
    want: misplaced("4:21", "x-deprecated", datable),
  },
  {
    title: "a parameter's schema",
    given: room("parameters: { p: { x-schema: { type: string, x-deprecated: {} } } }").replace(
      "parameters: { p: {} },",
      "",
    ),
    want: misplaced("4:47", "x-deprecated", datable),
  },
  {
    title: "a message",
    given: room("messages: { m: { payload: true, x-presence-member: {} } }"),
    want: misplaced("4:34", "x-presence-member", "a presence channel"),
  },
  {
    title: "a field",
    given: room("messages: { m: { payload: { properties: { a: { x-schema: {} } } } } }"),
    want: misplaced("4:49", "x-schema", "a parameter"),
  },
  {
    title: "an operation",
    given: `${room("messages: {}")}operations:
  message: { action: send, channel: { $ref: '#/channels/room' }, x-deprecated: {} }\n`,
    want: misplaced("6:66", "x-deprecated", datable),
  },
  {
    title: "an operation's trait",
    given: `${room("messages: {}")}operations:
  o: { action: send, channel: { $ref: '#/channels/room' }, traits: [{ $ref: '#/components/operationTraits/t' }] }
components: { operationTraits: { t: { x-deprecated: {} } } }\n`,
    want: misplaced("7:39", "x-deprecated", datable),
  },
  {
    title: "a server's variable",
    given: `${head}servers:
  s: { host: a, protocol: b, variables: { x-schema: { x-schema: {} } } }\n`,
    want: misplaced("4:55", "x-schema", "a parameter"),
  },
  {
    title: "the document",
    given: `${head}x-deprecated: {}\n`,
    want: misplaced("3:1", "x-deprecated", datable),
  },
  {
    title: "an operation of AsyncAPI 2",
    given: `${head.replace("3.0.0", "2.6.0")}channels:
  a: { publish: { x-deprecated: {}, message: { payload: true } } }\n`,
    want: misplaced("4:19", "x-deprecated", datable),
  },
])("warns of an extension of ours that says nothing on $title", async ({ given, want }) => {
  expect(await modelFindings(given)).toEqual([want]);
});

it("warns of one beside a $ref that counts only behind it", async () => {
  const text = `${head}channels:
  room: { $ref: '#/components/channels/room', x-presence-member: true }
components:
  parameters: { p: {} }
  channels: { room: { address: 'presence-{p}', parameters: { p: { $ref: '#/components/parameters/p', x-schema: {} } } } }\n`;
  const beside = (place: string, written: string, where: string): string =>
    `contract.yaml:${place} warning extension-misplaced "${written}": says nothing beside a $ref; write it on ${where} itself`;
  expect(await modelFindings(text)).toEqual([
    beside("4:66", "x-presence-member", "a presence channel"),
    beside("7:102", "x-schema", "a parameter"),
  ]);
});

it("takes names and data that only look like extensions of ours", async () => {
  const text = `${room(`messages: { m: { payload: {
  properties: { x-schema: { type: string }, x-deprecated: true }, default: { x-schema: 1 }
  } } }`)}servers: { s: { host: a, protocol: ws, bindings: { ws: { x-schema: {} } } } }\n`;
  expect(await modelFindings(text)).toEqual([]);
});
