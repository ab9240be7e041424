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
