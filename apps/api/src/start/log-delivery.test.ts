// What the log says of each attempt to publish an event.
import type { Delivery } from "@lockstep/outbox";
import { expect, test } from "vitest";
import { createLog } from "../log.ts";
import { logDelivery } from "./log-delivery.ts";

const delivery: Delivery = {
  channel: "private-user-21",
  event: "message-read",
  eventId: "e1",
  data: '{"message_id":3301,"read_by":21}',
  attempt: 1,
  ms: 3,
  outcome: "sent",
};

function logged(changes: Partial<Delivery>): unknown {
  const lines: string[] = [];
  logDelivery(
    createLog(
      (line) => lines.push(line),
      () => new Date(0),
    ),
    { ...delivery, ...changes },
  );
  return lines.map((line) => JSON.parse(line));
}

const named = {
  time: "1970-01-01T00:00:00.000Z",
  channel: "private-user-21",
  event: "message-read",
  eventId: "e1",
  attempt: 1,
  ms: 3,
};

test.each([
  [{}, { level: "info", message: "event published", messageId: 3301 }],
  [
    { outcome: "retry", error: new Error("503") },
    {
      level: "warn",
      message: "event not published, will be tried again",
      messageId: 3301,
      error: "Error: 503",
    },
  ],
  [
    { outcome: "dead", error: new Error("413") },
    {
      level: "error",
      message: "event refused, kept as a dead letter",
      messageId: 3301,
      error: "Error: 413",
    },
  ],
  [{ data: '{"id":7}' }, { level: "info", message: "event published", messageId: 7 }],
  [
    { data: '{"payload":{"message_id":8}}' },
    { level: "info", message: "event published", messageId: 8 },
  ],
  [{ data: '{"offer":{"id":9}}' }, { level: "info", message: "event published" }],
] as const)("%o is one line", (changes, line) => {
  expect(logged(changes)).toEqual([{ ...named, ...line }]);
});
