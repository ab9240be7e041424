// A contract of any size, shaped like a real one: ten events a channel, shared schemas, constraints, descriptions.
import { stringify } from "yaml";

const eventsPerChannel = 10;

/** YAML of an AsyncAPI 3.0 document with `events` events; the same text for the same number. */
export function syntheticContract(events: number): string {
  const channels: Record<string, unknown> = {};
  const operations: Record<string, unknown> = {};
  const messages: Record<string, unknown> = {};
  for (let first = 0; first < events; first += eventsPerChannel) {
    const key = `topic${first / eventsPerChannel}`;
    const keys = Array.from(
      { length: Math.min(eventsPerChannel, events - first) },
      (_, i) => `changed${first + i}`,
    );
    for (const message of keys) messages[message] = eventMessage(message);
    channels[key] = {
      address: `private-${key.toLowerCase()}-{recordId}`,
      description: `Changes of ${key}.`,
      parameters: { recordId: { description: "Id of the record." } },
      messages: Object.fromEntries(
        keys.map((name) => [name, { $ref: `#/components/messages/${name}` }]),
      ),
    };
    operations[`publish${first}`] = { action: "send", channel: { $ref: `#/channels/${key}` } };
  }
  return stringify({
    asyncapi: "3.0.0",
    info: { title: "Synthetic", version: "1.0.0" },
    channels,
    operations,
    components: { messages, schemas: { person } },
  });
}

const person = {
  type: "object",
  description: "Somebody who changed a record.",
  required: ["id", "name"],
  properties: {
    id: { type: "integer", minimum: 1 },
    name: { type: "string", minLength: 1, maxLength: 120 },
    email: { type: "string", format: "email" },
  },
};

function eventMessage(key: string): unknown {
  return {
    name: `record-${key}`,
    summary: `A record changed (${key}).`,
    payload: {
      type: "object",
      required: ["id", "state", "changed_at", "changed_by"],
      properties: {
        id: { type: "integer", minimum: 1, description: "Id of the record." },
        state: { type: "string", enum: ["open", "closed", "archived"] },
        title: { type: ["string", "null"], maxLength: 200 },
        tags: { type: "array", items: { type: "string", maxLength: 40 }, maxItems: 20 },
        amount: { type: "number", minimum: 0 },
        changed_at: { type: "string", format: "date-time" },
        changed_by: { $ref: "#/components/schemas/person" },
      },
    },
  };
}
