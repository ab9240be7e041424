// Publishing what a request asks for, and answering what it wants to know.
import { publish } from "../channels/publish.ts";
import type { HubState } from "../hub-state.ts";
import { attributesOf } from "./channel-attributes.ts";
import { parseBatch, parseTrigger, type Trigger } from "./parse-trigger.ts";

/**
 * Publishes the body of `POST /events`; answers the response's body.
 *
 * @throws {ApiError} before anything has been published
 */
export function publishEvent(hub: HubState, body: Uint8Array): object {
  const trigger = parseTrigger(body, hub.limits);
  publishTrigger(hub, trigger);
  const { info } = trigger;
  if (!info) return {};
  const entries = trigger.channels.map((name) => [name, attributesOf(hub, name, info)] as const);
  return { channels: Object.fromEntries(entries) };
}

/**
 * Publishes the body of `POST /batch_events`, in its order; answers the response's body.
 *
 * @throws {ApiError} before anything has been published
 */
export function publishBatch(hub: HubState, body: Uint8Array): object {
  const batch = parseBatch(body, hub.limits);
  for (const trigger of batch) publishTrigger(hub, trigger);
  if (!batch.some(({ info }) => info)) return {};
  return {
    batch: batch.map(({ channels: [name = ""], info }) => attributesOf(hub, name, info ?? [])),
  };
}

function publishTrigger(hub: HubState, { event, data, channels, exceptSocketId }: Trigger): void {
  for (const channel of channels) publish(hub, { event, channel, data, exceptSocketId });
}
