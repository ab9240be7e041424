// Where a change is shown: in the newer document, also what is gone from it.
import { expect, it } from "vitest";
import { head } from "../contract-text.test.helper.ts";
import type { Change } from "./change.ts";
import { diffOf, payloadText } from "./diff.test.helper.ts";

async function placesOf(before: string, after: string): Promise<string[]> {
  const { changes } = await diffOf({ "old.yaml": before }, { "new.yaml": after });
  return changes.map(lineOf);
}

function lineOf({ rule, file, line, pointer, before }: Change): string {
  return `${rule} ${file}:${line} ${pointer} (${before?.file}:${before?.line})`;
}

const said = "messages: { said: { payload: true } }";
const room = `  room: { address: room, ${said} }`;
const field =
  "  { type: object, properties: {\n            a: { type: string },\n            b: true } }";
const sent = "operations:\n  tell: { action: send, channel: { $ref: '#/channels/room' } }\n";
const heard = "  hear: { action: receive, channel: { $ref: '#/channels/room' } }\n";

it.each([
  [
    "a channel, at the channels",
    `${head}channels:\n${room}\n  hall: { address: hall, ${said} }\n`,
    `${head}channels:\n${room}\n`,
    "channel-removed new.yaml:3 /channels/hall (old.yaml:5)",
  ],
  [
    "an event, at its channel",
    `${head}channels:\n${room.replace(" } }", " },\n    left: { payload: true } }")} \n`,
    `${head}channels:\n${room}\n`,
    "event-removed new.yaml:4 /channels/room/messages/left (old.yaml:5)",
  ],
  [
    "a parameter, at its channel",
    `${head}channels:\n  room:\n    address: room-{id}\n    parameters: { id: {} }\n    ${said}\n`,
    `${head}channels:\n  room:\n    address: room\n    ${said}\n`,
    "channel-parameter-removed new.yaml:4 /channels/room/parameters/id (old.yaml:6)",
  ],
  [
    "an operation, at its channel",
    `${head}channels:\n${room}\n${sent}${heard}`,
    `${head}channels:\n${room}\n${sent}`,
    "operation-removed new.yaml:4 /operations/hear (old.yaml:7)",
  ],
  [
    "a field, at its object",
    payloadText(field),
    payloadText(field.replace("            a: { type: string },\n", "")),
    "payload-property-removed-optional new.yaml:8 /channels/room/messages/said/payload/properties/a (old.yaml:9)",
  ],
  [
    "a field of a field, at its object",
    payloadText(`{ type: object, properties: { o:\n          ${field} } }`),
    payloadText(
      `{ type: object, properties: { o:\n          ${field.replace("            a: { type: string },\n", "")} } }`,
    ),
    "payload-property-removed-optional new.yaml:8 /channels/room/messages/said/payload/properties/o/properties/a (old.yaml:10)",
  ],
  [
    "a member of a union, at the payload",
    payloadText("{ oneOf: [{ type: object, required: [a] }, { type: object, required: [b] }] }"),
    payloadText("{ oneOf: [{ type: object, required: [a] }] }"),
    "payload-union-member-removed new.yaml:8 /channels/room/messages/said/payload/oneOf/1 (old.yaml:8)",
  ],
])("what is gone is shown where it is missed: %s", async (_, before, after, place) => {
  expect(await placesOf(before, after)).toEqual([place]);
});

it("a bound is shown by the keyword that says it", async () => {
  const before = payloadText("{ type: number, minimum: 1 }");
  const after = payloadText("{ type: number, exclusiveMinimum: 1 }");
  const { changes } = await diffOf(before, after);
  const payload = "/channels/room/messages/said/payload";
  expect(changes).toMatchObject([
    { pointer: `${payload}/exclusiveMinimum`, before: { pointer: `${payload}/minimum` } },
  ]);
});

it.each([
  ["a description", "description: One."],
  ["a default", "default: x"],
])("%s of a component is told at the component, once for an event", async (_, word) => {
  const ref = "$ref: '#/components/schemas/name'";
  const fields = `{ type: object, properties: { a: { ${ref} }, b: { ${ref} } } }`;
  const before = payloadText(fields, "{ name: { type: string } }");
  const after = payloadText(fields, `{ name: { type: string, ${word} } }`);
  const [keyword] = word.split(":");
  for (const [from, to, pointer] of [
    [before, after, `/components/schemas/name/${keyword}`],
    [after, before, "/components/schemas/name"],
  ] as const) {
    expect((await diffOf(from, to)).changes.map((change) => change.pointer)).toEqual([pointer]);
  }
});
