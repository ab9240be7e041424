// Documents that are written differently and mean the same.
import { describe, expect, it } from "vitest";
import type { Files } from "../contract-text.test.helper.ts";
import { diffOf, payloadText } from "./diff.test.helper.ts";

const base = `asyncapi: 3.0.0
info: { title: Test, version: 1.0.0 }
channels:
  room:
    address: room-{id}
    parameters: { id: {} }
    messages:
      said:
        payload:
          type: object
          required: [id, at]
          properties:
            id: { $ref: '#/components/schemas/id' }
            at: { type: string, format: date-time }
            replies: { type: array, items: { $ref: '#/components/schemas/reply' } }
components:
  schemas:
    id: { type: integer, minimum: 1 }
    reply: { type: object, properties: { replies: { type: array, items: { $ref: '#/components/schemas/reply' } } } }
`;

const changes: readonly (readonly [string, string | Files])[] = [
  ["the title's version", base.replace("version: 1.0.0", "version: 2.0.0")],
  ["AsyncAPI 3.1", base.replace("asyncapi: 3.0.0", "asyncapi: 3.1.0")],
  ["order of required", base.replace("[id, at]", "[at, id]")],
  [
    "a component's name",
    base
      .replaceAll("schemas/id'", "schemas/key'")
      .replace("schemas:\n    id:", "schemas:\n    key:"),
  ],
  ["a component that nothing uses", `${base}    unused: { type: string }\n`],
  [
    "a reference written out",
    base.replace("{ $ref: '#/components/schemas/id' }", "{ exclusiveMinimum: 0, type: integer }"),
  ],
  [
    "a recursion written out once",
    base.replace(
      "replies: { type: array, items: { $ref: '#/components/schemas/reply' } }\n",
      "replies: { type: array, items: { type: object, properties: { replies: { type: array, items: { $ref: '#/components/schemas/reply' } } } } }\n",
    ),
  ],
  ["the default content type", `defaultContentType: application/json\n${base}`],
  [
    "a content type",
    base.replace("        payload:", "        contentType: Application/JSON\n        payload:"),
  ],
  [
    "both operations spelled out",
    `${base}operations:
  tell: { action: send, channel: { $ref: '#/channels/room' } }
  hear: { action: receive, channel: { $ref: '#/channels/room' }, messages: [{ $ref: '#/channels/room/messages/said' }] }
`,
  ],
  [
    "a name on the wire that is the key",
    base.replace("        payload:", "        name: said\n        payload:"),
  ],
  [
    "several files",
    {
      "root.yaml": `asyncapi: 3.0.0
info: { title: Test, version: 1.0.0 }
channels: { room: { $ref: 'room.yaml#/theRoom' } }
`,
      "room.yaml": `theRoom:
  address: room-{id}
  parameters: { id: { $ref: '#/anything' } }
  messages:
    said: { $ref: 'said.yaml' }
anything: {}
`,
      "said.yaml": `payload:
  allOf:
    - { required: [id, at], properties: { id: { type: integer, minimum: 1 } } }
    - { type: object, properties: { at: { format: date-time, type: string }, replies: { type: array, items: { $ref: '#/reply' } } } }
reply: { type: object, properties: { replies: { type: array, items: { $ref: '#/reply' } } } }
`,
    },
  ],
  [
    "AsyncAPI 2",
    `asyncapi: 2.6.0
info: { title: Test, version: 1.0.0 }
channels:
  room-{id}:
    parameters: { id: { schema: { type: string } } }
    publish: { message: { $ref: '#/components/messages/said' } }
    subscribe: { message: { $ref: '#/components/messages/said' } }
components:
  messages:
    said:
      payload:
        type: object
        required: [id, at]
        properties:
          id: { $ref: '#/components/schemas/id' }
          at: { type: string, format: date-time }
          replies: { type: array, items: { $ref: '#/components/schemas/reply' } }
  schemas:
    id: { type: integer, minimum: 1 }
    reply: { type: object, properties: { replies: { type: array, items: { $ref: '#/components/schemas/reply' } } } }
`,
  ],
];

const operations = `${base}operations:
  tell: { action: send, channel: { $ref: '#/channels/room' } }
`;

describe("a document that means the same", () => {
  it.each(changes)("%s", async (_, after) => {
    const nothing = { breaking: false, bump: "none", changes: [], identical: false };
    expect(await diffOf(base, after)).toEqual(nothing);
    expect(await diffOf(after, base)).toEqual(nothing);
  });

  it("messages of an operation spelled out", async () => {
    const spelled = operations.replace(
      "'#/channels/room' } }",
      "'#/channels/room' }, messages: [{ $ref: '#/channels/room/messages/said' }] }",
    );
    expect((await diffOf(operations, spelled)).changes).toEqual([]);
  });

  it("is told from one of the same text", async () => {
    expect(await diffOf(base, base)).toMatchObject({ changes: [], identical: true });
    const renamed = await diffOf({ "old.yaml": base }, { "new.yaml": base });
    expect(renamed).toMatchObject({ changes: [], identical: true });
  });
});

it("a rule that is gone is told where it would stand in the newer document", async () => {
  const before = { "old.yaml": payloadText("{ type: integer, minimum: 1 }") };
  const after = { "new.yaml": payloadText("{ type: integer }") };
  const { changes } = await diffOf(before, after);
  expect(changes).toMatchObject([
    {
      rule: "payload-constraint-loosened",
      file: "new.yaml",
      pointer: "/channels/room/messages/said/payload",
      before: { file: "old.yaml", pointer: "/channels/room/messages/said/payload/minimum" },
    },
  ]);
});
