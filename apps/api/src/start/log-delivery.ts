// One line of the log for each attempt to publish an event.
import type { Delivery } from "@lockstep/outbox";
import type { Log } from "../log.ts";

/** Names the channel, the event, its id, and the message that it is about, if it is about one. */
export function logDelivery(log: Log, { outcome, error, data, ...delivery }: Delivery): void {
  const published = { ...delivery, ...messageIdOf(data) };
  if (outcome === "sent") {
    log.info("event published", published);
    return;
  }
  const fields = { ...published, error: String(error) };
  if (outcome === "retry") log.warn("event not published, will be tried again", fields);
  else log.error("event refused, kept as a dead letter", fields);
}

interface MessagePayload {
  readonly id?: number;
  readonly message_id?: number;
  readonly payload?: { readonly message_id: number };
}

// every payload about a message names it by one of these
function messageIdOf(data: string): { readonly messageId?: unknown } {
  const { id, message_id, payload } = JSON.parse(data) as MessagePayload;
  const messageId = message_id ?? id ?? payload?.message_id;
  return messageId === undefined ? {} : { messageId };
}
